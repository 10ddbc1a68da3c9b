package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;

/** Cuts a process off the network for a while. */
final class CutOff implements Injection {

    private final Target target;

    CutOff(Target target) {
        this.target = target;
    }

    @Override
    public boolean isPossible() throws InterruptedException {
        return Processes.canCutNetworks();
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        String process = target.of(pipeline, planned);
        pipeline.stack().processes().cutOff(process, planned.lasting());
        return process + " for " + planned.lasting().toSeconds() + " s";
    }
}
