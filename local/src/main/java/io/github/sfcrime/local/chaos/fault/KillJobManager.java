package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Kills the JobManager that leads, and starts it again as a standby of the one that leads then. */
final class KillJobManager implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) {
        return new Kill(LeadingJobManager.of(pipeline.stack())).happen(pipeline, planned);
    }
}
