package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Kills the loader and starts it again with the same arguments. */
final class KillLoader implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        pipeline.loader().kill();
        pipeline.loader().ensureRunning();
        return "loader";
    }
}
