package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.job.unusual.PlainUnusual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of twelve weeks with bursts, in any order, through the pipeline: what is unusual is what the plain model says. */
class UnusualTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = Duration.ofDays(17_837).toMillis();
    private static final int HOURS = 12 * 7 * 24;
    private static final List<String> TYPES = List.of("Passing Call", "Traffic Stop", "Trespasser");
    private static final List<@Nullable String> DISTRICTS = Arrays.asList("MISSION", "PARK", "");

    @ParameterizedTest
    @CsvSource({"1, 6, 6", "2, 6, 6", "4, 6, 6", "2, 6, 3"})
    void theRowsAreThoseOfThePlainModelAtAnyParallelism(int parallelism, int size, int slide) throws Exception {
        List<CallRecord> calls = calls(new Random(size));
        Collections.shuffle(calls, new Random(parallelism));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
        FlinkDefaults.apply(environment);
        environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
        try (GivenCalls given = new GivenCalls(calls);
                CollectedPipeline pipeline = new CollectedPipeline(PlainCount::text)) {
            pipeline.addTo(
                    CountCallsJob.read(
                            environment,
                            given.source(),
                            new EventTime(TimeSource.EVENT, Duration.ofDays(100), Duration.ofMinutes(1), null),
                            true,
                            parallelism),
                    counting(size, slide),
                    Join.LEFT,
                    null);
            environment.execute("test");

            assertThat(pipeline.rows(Query.UNUSUAL))
                    .isEqualTo(expected(calls, size * HOUR, slide * HOUR))
                    .hasSizeGreaterThan(6);
        }
    }

    private static Counting counting(int size, int slide) {
        return new Counting(
                EnumSet.of(Query.UNUSUAL),
                WindowShape.hopping(Duration.ofHours(size), Duration.ofHours(slide)),
                Duration.ZERO,
                TimeSource.EVENT,
                Map.of(),
                2,
                Map.of(),
                Duration.ofDays(1),
                null);
    }

    /** Each type and district has about a call an hour, and every 97th hour ten of one come at once. */
    private static List<CallRecord> calls(Random random) {
        List<CallRecord> calls = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            int group = random.nextInt(9);
            for (int call = hour % 97 == 0 ? 10 + random.nextInt(20) : 0; call > 0; call--) {
                calls.add(call(hour, group, random));
            }
            for (int call = random.nextInt(5); call > 0; call--) {
                calls.add(call(hour, random.nextInt(9), random));
            }
        }
        return calls;
    }

    private static CallRecord call(int hour, int group, Random random) {
        CallRecord call = new CallRecord();
        call.callDateTime = START + hour * HOUR + random.nextInt(60) * 60_000L;
        call.originalCrimeTypeName = TYPES.get(group % 3);
        TestStages.addTo(call, hour);
        call.district = DISTRICTS.get(group / 3);
        return call;
    }

    private static List<String> expected(List<CallRecord> calls, long size, long slide) {
        TreeMap<Long, Map<String, Long>> windows = new TreeMap<>();
        for (CallRecord call : calls) {
            long first = Math.floorDiv(call.callDateTime, slide) * slide + slide;
            for (long end = first; end - size <= call.callDateTime; end += slide) {
                String group = call.originalCrimeTypeName + "/" + Objects.requireNonNull(call.district);
                windows.computeIfAbsent(end, none -> new TreeMap<>()).merge(group, 1L, Long::sum);
            }
        }
        PlainUnusual plain = new PlainUnusual(size);
        windows.forEach((end, counts) -> {
            counts.forEach((group, count) -> {
                String[] texts = group.split("/", -1);
                plain.count(end, texts[0], texts[1].isEmpty() ? null : texts[1], count, false);
            });
            plain.close(end);
        });
        plain.close(Long.MAX_VALUE);
        return plain.rows().stream().sorted().toList();
    }
}
