package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Kills the loader and starts it again with the same arguments. */
final class KillLoader implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        pipeline.loader().kill();
        pipeline.loader().ensureRunning();
        return "loader";
    }
}
