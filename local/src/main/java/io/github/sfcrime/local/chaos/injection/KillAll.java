package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.stack.Stack;
import java.util.List;

/** Kills the loader and every process of the stack at once, and starts them again. */
final class KillAll implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        Stack stack = pipeline.stack();
        List<String> targets = stack.running();
        pipeline.loader().kill();
        targets.forEach(stack::kill);
        targets.forEach(stack::startAgain);
        pipeline.loader().ensureRunning();
        return "loader, " + String.join(", ", targets);
    }
}
