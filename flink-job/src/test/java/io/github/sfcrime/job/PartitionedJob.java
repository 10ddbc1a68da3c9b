package io.github.sfcrime.job;

import static org.awaitility.Awaitility.await;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Counts calls of several partitions per window, type and disposition; what it writes gathers over all runs. */
final class PartitionedJob implements AutoCloseable {

    static final Duration BOUND = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PartitionedCalls calls;
    private final WindowShape shape;
    private final @Nullable Duration deduplicate;
    private final @Nullable Duration alignment;
    private final Path directory;
    private final CollectedPipeline pipeline = new CollectedPipeline(PlainCount::text);
    private @Nullable String savepoint;

    PartitionedJob(
            PartitionedCalls calls,
            WindowShape shape,
            @Nullable Duration deduplicate,
            @Nullable Duration alignment,
            Path directory) {
        this.calls = calls;
        this.shape = shape;
        this.deduplicate = deduplicate;
        this.alignment = alignment;
        this.directory = directory;
    }

    /** Goes on until about so many calls have been read in all, then stops with a savepoint. */
    void runTo(long read, int parallelism, boolean drain) throws Exception {
        calls.allow(read);
        JobClient job = environment(parallelism, "none", null).executeAsync("part");
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        await().atMost(PATIENCE).until(() -> calls.read() >= read || end.isDone());
        await("every task runs, so that a savepoint can be taken")
                .atMost(PATIENCE)
                .until(() -> end.isDone() || stop(job, drain));
        end.get(5, TimeUnit.MINUTES);
        savepoint = newestSavepoint();
    }

    /** Whether that is done; the answer may be lost with the cluster, which goes down with its job. */
    private boolean stop(JobClient job, boolean drain) throws InterruptedException {
        try {
            job.stopWithSavepoint(drain, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(20, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private String newestSavepoint() throws IOException {
        try (Stream<Path> savepoints = Files.list(directory)) {
            return savepoints
                    .filter(savepoint -> Files.exists(savepoint.resolve("_metadata")))
                    .max(Comparator.comparing(savepoint -> savepoint.toFile().lastModified()))
                    .orElseThrow()
                    .toUri()
                    .toString();
        }
    }

    /** Goes on to the end of a bounded input. */
    JobExecutionResult runToEnd(int parallelism) throws Exception {
        calls.allow(Long.MAX_VALUE);
        return environment(parallelism, "none", null).execute("rest");
    }

    /** The same, behind a function that may fail twice. */
    JobExecutionResult runToEnd(int parallelism, MapFunction<CallBatch, CallBatch> failing) throws Exception {
        return environment(parallelism, "fixed-delay", failing).execute("rest");
    }

    private StreamExecutionEnvironment environment(
            int parallelism, String restarts, @Nullable MapFunction<CallBatch, CallBatch> failing) {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, restarts);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        environment.enableCheckpointing(100);
        FlinkDefaults.apply(environment);
        environment.getConfig().setAutoWatermarkInterval(5);
        Counting counting = new Counting(
                EnumSet.of(Query.COUNTS),
                shape,
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                2,
                Map.of(),
                Duration.ofDays(1),
                null);
        SingleOutputStreamOperator<CallBatch> read = CountCallsJob.read(
                environment,
                calls,
                new EventTime(TimeSource.EVENT, BOUND, Duration.ofHours(1), alignment),
                true,
                parallelism);
        if (failing != null) {
            read = read.map(failing).returns(CallBatch.class).uid("fail").setParallelism(parallelism);
        }
        pipeline.addTo(read, counting, Join.LEFT, deduplicate);
        return environment;
    }

    /** The last row of each window and group, sorted. */
    List<String> rows() {
        return pipeline.lastRows(Query.COUNTS);
    }

    /** The late records, sorted. */
    List<String> late() {
        return pipeline.late();
    }

    @Override
    public void close() {
        calls.close();
        pipeline.close();
    }
}
