package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Kills a process of the stack and starts it again; a JobManager that led is a standby of the next one then. */
final class Kill implements Injection {

    private final Target target;

    Kill(Target target) {
        this.target = target;
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) {
        String process = target.of(pipeline, planned);
        pipeline.stack().processes().kill(process);
        pipeline.stack().processes().startAgain(process);
        return process;
    }
}
