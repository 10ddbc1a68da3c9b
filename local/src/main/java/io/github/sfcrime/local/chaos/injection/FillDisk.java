package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;

/** Lets each write of a process fail for a while; one that ends of it is started again. */
final class FillDisk implements Injection {

    private final Target target;

    FillDisk(Target target) {
        this.target = target;
    }

    @Override
    public boolean isPossible() {
        return Processes.canFillDisks();
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        String process = target.of(pipeline, planned);
        pipeline.stack().processes().fillDisk(process);
        try {
            Thread.sleep(planned.lasting().toMillis());
        } finally {
            pipeline.stack().processes().freeDisk(process);
        }
        return process + " for " + planned.lasting().toSeconds() + " s";
    }
}
