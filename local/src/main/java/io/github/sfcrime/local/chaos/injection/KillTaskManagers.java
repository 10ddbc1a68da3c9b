package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import java.util.ArrayList;
import java.util.List;

/** Kills TaskManagers that run the job's tasks, one after the other, and starts each again. */
final class KillTaskManagers implements Injection {

    private static final long MILLIS_BETWEEN = 3_000;

    private final int times;

    KillTaskManagers(int times) {
        this.times = times;
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        Processes processes = pipeline.stack().processes();
        List<String> killed = new ArrayList<>();
        List<String> busy = pipeline.job().taskManagers();
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                Thread.sleep(MILLIS_BETWEEN);
            }
            String target = busy.get((planned.oneOf(busy.size()) + i) % busy.size());
            processes.kill(target);
            processes.startAgain(target);
            killed.add(target);
        }
        return String.join(", ", killed);
    }
}
