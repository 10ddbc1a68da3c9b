package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Stops one of the brokers where it is, and lets it go on. */
final class PauseBroker implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        return new Pause(KillBroker.target(pipeline, planned)).happen(pipeline, planned);
    }
}
