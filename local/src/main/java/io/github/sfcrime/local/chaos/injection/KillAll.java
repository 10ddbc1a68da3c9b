package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import java.util.List;

/** Kills the loader and every process of the stack at once, and starts them again. */
final class KillAll implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        Processes processes = pipeline.stack().processes();
        List<String> targets = processes.runningNames();
        pipeline.loader().kill();
        targets.forEach(processes::kill);
        targets.forEach(processes::startAgain);
        pipeline.loader().ensureRunning();
        return "loader, " + String.join(", ", targets);
    }
}
