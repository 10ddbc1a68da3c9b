package io.github.sfcrime.console.progress;

import io.github.sfcrime.cli.FlinkRest;
import io.github.sfcrime.cli.JobGoneException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports on one job, each time since the last time. */
public final class JobProgress {

    private final FlinkRest rest;
    private final KafkaOffsets kafka;
    private final RunningJob job;
    private @Nullable JobSample last;

    /** Asks these two about that job. */
    public JobProgress(FlinkRest rest, KafkaOffsets kafka, RunningJob job) {
        this.rest = rest;
        this.kafka = kafka;
        this.job = job;
    }

    /** Whether it reports on that job. */
    public boolean isOf(RunningJob other) {
        return job.equals(other);
    }

    /** Looks for the first time; the next report tells what has happened since. */
    public void begin() throws IOException, InterruptedException {
        last = JobSample.take(rest, kafka, job);
    }

    /**
     * What has happened since the last time.
     *
     * @throws JobGoneException if the job has ended
     */
    public ProgressReport next() throws IOException, InterruptedException {
        JobSample before = last;
        JobSample now = JobSample.take(rest, kafka, job);
        last = now;
        return Reports.between(before == null ? now : before, now);
    }
}
