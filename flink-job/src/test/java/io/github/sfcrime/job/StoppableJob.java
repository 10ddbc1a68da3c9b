package io.github.sfcrime.job;

import static org.awaitility.Awaitility.await;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The pipeline on a cluster in this JVM, stopped with a savepoint and restored from it; rows gather over all runs. */
final class StoppableJob implements AutoCloseable {

    private static final AtomicBoolean SLOW = new AtomicBoolean();

    private Counting counting;
    private final Path savepoints;
    private final CollectedPipeline pipeline = new CollectedPipeline(StoppableJob::text);
    private final Configuration settings = new Configuration();
    private @Nullable String savepoint;
    private @Nullable JobExecutionResult result;

    StoppableJob(Counting counting, Path savepoints) {
        this.counting = counting;
        this.savepoints = savepoints;
    }

    /** With one of Flink's own settings. */
    <T> StoppableJob with(ConfigOption<T> option, T value) {
        settings.set(option, value);
        return this;
    }

    /** Goes on to count for other queries. */
    StoppableJob counting(Counting other) {
        counting = other;
        return this;
    }

    /** From a savepoint that another run left. */
    StoppableJob from(Path otherSavepoint) {
        savepoint = otherSavepoint.toUri().toString();
        return this;
    }

    /** Goes on until {@code more} calls have been read, then stops with a savepoint. */
    void run(NumberedCalls calls, double seconds, int parallelism, long more) throws Exception {
        long until = calls.read() + more;
        JobClient job = environment(calls, seconds, until, parallelism).executeAsync("part");
        await().atMost(Duration.ofMinutes(5)).until(() -> calls.read() >= until);
        await("every task runs, so that a savepoint can be taken")
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> stop(job));
    }

    private boolean stop(JobClient job) throws Exception {
        savepoint = job.stopWithSavepoint(false, savepoints.toUri().toString(), format())
                .get(5, TimeUnit.MINUTES);
        return true;
    }

    /**
     * Goes on, behind slow sinks, until {@code more} calls have been read and an unaligned checkpoint holds records
     * that were on their way; then the job is cancelled, and the next run goes on from that checkpoint.
     */
    void runToUnalignedCheckpoint(NumberedCalls calls, double seconds, int parallelism, long more) throws Exception {
        with(CheckpointingOptions.ENABLE_UNALIGNED, true)
                .with(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50))
                .with(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        savepoints.toUri().toString())
                .with(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        long until = calls.read() + more;
        SLOW.set(true);
        try {
            JobClient job =
                    environment(calls, seconds, Long.MAX_VALUE, parallelism).executeAsync("part");
            Path checkpoints = savepoints.resolve(job.getJobID().toHexString());
            await().atMost(Duration.ofMinutes(2)).until(() -> calls.read() >= until);
            await("a checkpoint with records that were on their way")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> cancelWithRecordsOnTheirWay(job, checkpoints));
        } finally {
            SLOW.set(false);
        }
    }

    private boolean cancelWithRecordsOnTheirWay(JobClient job, Path checkpoints) throws Exception {
        if (!RetainedCheckpoint.latest(checkpoints).hasRecordsOnTheirWay()) {
            return false;
        }
        job.cancel().get(5, TimeUnit.MINUTES);
        job.getJobExecutionResult().handle((ended, cancelled) -> true).get(5, TimeUnit.MINUTES);
        RetainedCheckpoint last = RetainedCheckpoint.latest(checkpoints);
        savepoint = last.path().toUri().toString();
        return last.hasRecordsOnTheirWay();
    }

    private static String text(ResultRow row) {
        if (SLOW.get()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return PlainCount.text(row);
    }

    /** ForSt knows no canonical savepoints. */
    private SavepointFormatType format() {
        return "forst".equals(settings.get(StateBackendOptions.STATE_BACKEND))
                ? SavepointFormatType.NATIVE
                : SavepointFormatType.CANONICAL;
    }

    /** Goes on to the last call. */
    void runToEnd(NumberedCalls calls, int parallelism) throws Exception {
        result = environment(calls, 0.1, Long.MAX_VALUE, parallelism).execute("rest");
    }

    private StreamExecutionEnvironment environment(NumberedCalls calls, double seconds, long until, int parallelism) {
        Configuration configuration = new Configuration(settings);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        FlinkDefaults.apply(environment);
        EventTime time = new EventTime(TimeSource.EVENT, NumberedCalls.BOUND, Duration.ofMinutes(1), null);
        SingleOutputStreamOperator<CallBatch> read =
                CountCallsJob.read(environment, calls.source(seconds, until), time, true, 1);
        pipeline.addTo(read, counting, Join.LEFT, Duration.ofDays(1));
        return environment;
    }

    /** The last row of each window and group, sorted. */
    List<String> rows(Query query) {
        return pipeline.lastRows(query);
    }

    long outcome(String name) {
        return CollectedPipeline.outcome(Objects.requireNonNull(result), name);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
