package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Stops the JobManager that leads where it is, and lets it go on when another may lead. */
final class PauseJobManager implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        return new Pause(LeadingJobManager.of(pipeline.stack())).happen(pipeline, planned);
    }
}
