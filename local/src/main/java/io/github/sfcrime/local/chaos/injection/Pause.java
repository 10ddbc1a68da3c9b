package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Stops a process of the stack where it is, and lets it go on. */
final class Pause implements Injection {

    private final Target target;

    Pause(Target target) {
        this.target = target;
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        String process = target.of(pipeline, planned);
        pipeline.stack().processes().pause(process);
        try {
            Thread.sleep(planned.lasting().toMillis());
        } finally {
            pipeline.stack().processes().resume(process);
        }
        return process + " for " + planned.lasting().toSeconds() + " s";
    }
}
