package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.util.List;

/** Stops a TaskManager that runs the job's tasks where it is, and lets it go on: what it does then must not count. */
final class PauseTaskManager implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        List<String> busy = pipeline.job().taskManagers();
        String target = busy.get(planned.oneOf(busy.size()));
        new Pause(target).happen(pipeline, planned);
        return target + " for " + planned.lasting().toSeconds() + " s";
    }
}
