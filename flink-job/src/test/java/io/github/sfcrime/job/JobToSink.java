package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.OutcomeCounts;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.results.ResultSink;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline on a cluster in this JVM, from given calls to a sink, to its end.
 *
 * @param beside takes the calls, too
 */
record JobToSink(Set<Query> queries, ResultSink sink, Consumer<SingleOutputStreamOperator<CallBatch>> beside) {

    JobToSink(Set<Query> queries, ResultSink sink) {
        this(queries, sink, calls -> {});
    }

    void run(List<CallRecord> calls) throws Exception {
        run(calls, RateLimiterStrategy.noOp(), Duration.ofDays(30), 2, null);
    }

    /** With a failure after four checkpoints of so many calls each, in the order of time. */
    void runWithFailure(List<CallRecord> calls, int callsPerCheckpoint, FailOnce.WrittenRows written) throws Exception {
        run(
                calls,
                RateLimiterStrategy.perCheckpoint(callsPerCheckpoint),
                Duration.ofDays(1),
                1,
                new FailOnce(calls.get(4 * callsPerCheckpoint), written));
    }

    private void run(
            List<CallRecord> calls,
            RateLimiterStrategy<?> rate,
            Duration bound,
            int readers,
            @Nullable FailOnce failing)
            throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        FlinkDefaults.apply(environment);
        environment.configure(new Configuration()
                .set(RestartStrategyOptions.RESTART_STRATEGY, failing == null ? "none" : "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1)
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO));
        environment.enableCheckpointing(100);
        environment.getConfig().setAutoWatermarkInterval(10);
        Counting counting = new Counting(
                queries,
                WindowShape.tumbling(Duration.ofHours(1)),
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                2,
                Map.of("A", PlainCount.GOAL),
                Duration.ofMillis(failing == null ? 100 : 0),
                queries.contains(Query.OPEN_CALLS) ? Duration.ofDays(60) : null);
        sink.prepare(queries);
        try (GivenCalls given = new GivenCalls(calls)) {
            SingleOutputStreamOperator<CallBatch> read = CountCallsJob.read(
                    environment,
                    given.source(rate),
                    new EventTime(TimeSource.EVENT, bound, Duration.ofMinutes(1), null),
                    true,
                    readers);
            if (failing != null) {
                read = read.map(failing).returns(CallBatch.class).uid("fail-once");
            }
            OutcomeCounts outcomes = new OutcomeCounts();
            SingleOutputStreamOperator<CallBatch> once = CountCallsJob.once(read, null, counting, outcomes);
            beside.accept(once);
            CountCallsJob.answer(
                    CountCallsJob.preAggregate(once, counting, CollectedPipeline.EVERYTHING, outcomes),
                    counting,
                    Join.LEFT,
                    List.of(sink),
                    outcomes);
            outcomes.addUp();
            assertThat(environment.getExecutionPlan()).doesNotContain("secret");
            environment.execute("test");
        }
    }
}
