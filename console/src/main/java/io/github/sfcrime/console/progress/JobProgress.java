package io.github.sfcrime.console.progress;

import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.cli.flink.JobGoneException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports on one job, each report since the one before. */
public final class JobProgress {

    private final FlinkRest rest;
    private final KafkaOffsets kafka;
    private final RunningJob job;
    private @Nullable JobSample last;

    /** Reports on that job, with Flink's and Kafka's answers. */
    public JobProgress(FlinkRest rest, KafkaOffsets kafka, RunningJob job) {
        this.rest = rest;
        this.kafka = kafka;
        this.job = job;
    }

    /** Whether it reports on that job. */
    public boolean isOf(RunningJob other) {
        return job.equals(other);
    }

    /** Takes the first sample, from which the first report counts. */
    public void begin() throws IOException, InterruptedException {
        last = JobSample.take(rest, kafka, job);
    }

    /**
     * The report since the last sample.
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
