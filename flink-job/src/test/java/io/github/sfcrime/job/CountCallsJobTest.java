package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountCallsJobTest {

    private static final List<String> TYPES = List.of("Passing Call", "Traffic Stop", "Trespasser", "22500e");
    private static final List<@Nullable String> DISPOSITIONS = Arrays.asList("HAN", "22", "CAN", "Not recorded", null);
    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shuffledCallsAreCountedAsAPlainCountDoes(int parallelism) throws Exception {
        List<Call> calls = calls(20_000, 42);
        Collections.shuffle(calls, new Random(7));

        try (Run run = Run.of(calls, HOURS, Join.LEFT, Duration.ofDays(30), parallelism)) {
            assertThat(run.rows()).isEqualTo(countedPlainly(calls, Join.LEFT));
            assertThat(run.late()).isEmpty();
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.doors()).isEqualTo("in 20000 = counted 20000 + late 0 + dead letter 0");
        }
    }

    @Test
    void anInnerJoinDropsTheRowsWithoutADescription() throws Exception {
        List<Call> calls = calls(5_000, 43);

        try (Run run = Run.of(calls, HOURS, Join.INNER, Duration.ofDays(30), 2)) {
            assertThat(run.rows()).isEqualTo(countedPlainly(calls, Join.INNER));
        }
    }

    @Test
    void whatCannotBeReadLeavesByTheDeadLetterDoor() throws Exception {
        List<Call> calls = new ArrayList<>(calls(100, 44));
        calls.add(50, new Call(CallRecord.NO_EVENT_TIME, "", null, "body is damaged"));

        try (Run run = Run.of(calls, HOURS, Join.LEFT, Duration.ofDays(30), 1)) {
            assertThat(run.deadLetters()).containsExactly("body is damaged");
            assertThat(run.doors()).isEqualTo("in 101 = counted 100 + late 0 + dead letter 1");
        }
    }

    /** Counts without windows, state or watermarks. */
    private static List<String> countedPlainly(List<Call> calls, Join join) {
        Map<String, String> codes = RadioCodes.builtIn();
        Map<String, Long> rows = new TreeMap<>();
        for (Call call : calls) {
            String description = call.disposition == null ? null : codes.get(call.disposition);
            if (description != null || join == Join.LEFT) {
                long start = Math.floorDiv(call.time, 3_600_000L) * 3_600_000L;
                rows.merge(
                        "%s/%s %s %s %s"
                                .formatted(
                                        wallClock(start),
                                        wallClock(start + 3_600_000L),
                                        call.type,
                                        call.disposition,
                                        description),
                        1L,
                        Long::sum);
            }
        }
        return rows.entrySet().stream()
                .map(row -> row.getKey() + "=" + row.getValue())
                .sorted()
                .toList();
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static List<Call> calls(int number, long seed) {
        Random random = new Random(seed);
        long start = Instant.parse("2018-11-03T20:00:00Z").toEpochMilli();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(new Call(
                    start + random.nextInt(10 * 24 * 60) * 60_000L,
                    TYPES.get(random.nextInt(TYPES.size())),
                    DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size())),
                    null));
        }
        return calls;
    }

    private record Call(
            long time,
            String type,
            @Nullable String disposition,
            @Nullable String problem) implements Serializable {

        CallRecord asRead() {
            CallRecord read = new CallRecord();
            read.callDateTime = time;
            read.originalCrimeTypeName = type;
            read.disposition = disposition;
            read.problem = problem;
            return read;
        }
    }

    /** One bounded run of the pipeline between a source and sinks of the test's own. */
    private record Run(
            JobExecutionResult result,
            CollectSink<CallCountRow> counts,
            CollectSink<SetAsideRecord> lateSink,
            CollectSink<SetAsideRecord> deadLetterSink)
            implements AutoCloseable {

        static Run of(List<Call> calls, WindowShape shape, Join join, Duration bound, int parallelism)
                throws Exception {
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
            FlinkDefaults.apply(environment);
            CollectSink<CallCountRow> counts = new CollectSink<>(Run::text);
            CollectSink<SetAsideRecord> late = new CollectSink<>(setAside -> setAside.reason);
            CollectSink<SetAsideRecord> deadLetters = new CollectSink<>(setAside -> setAside.reason);
            ArrayList<Call> source = new ArrayList<>(calls);
            CountCallsJob.count(
                    CountCallsJob.read(
                            environment,
                            source(source),
                            EventTime.watermarks(bound, Duration.ofMinutes(1), true),
                            parallelism),
                    shape,
                    RadioCodes.builtIn(),
                    join,
                    counts,
                    late,
                    deadLetters);
            return new Run(environment.execute("test"), counts, late, deadLetters);
        }

        private static Source<CallRecord, ?, ?> source(ArrayList<Call> calls) {
            return new DataGeneratorSource<>(
                    index -> calls.get(index.intValue()).asRead(), calls.size(), TypeInformation.of(CallRecord.class));
        }

        private static String text(CallCountRow row) {
            return "%s/%s %s %s %s=%d"
                    .formatted(
                            wallClock(row.windowStart),
                            wallClock(row.windowEnd),
                            row.originalCrimeTypeName,
                            row.disposition,
                            row.description,
                            row.count);
        }

        List<String> rows() {
            return counts.collected().stream().sorted().toList();
        }

        List<String> late() {
            return lateSink.collected();
        }

        List<String> deadLetters() {
            return deadLetterSink.collected();
        }

        String doors() {
            return "in %s = counted %s + late %s + dead letter %s"
                    .formatted(
                            result.<Long>getAccumulatorResult("callsIn"),
                            result.<Long>getAccumulatorResult("callsCounted"),
                            result.<Long>getAccumulatorResult("callsLate"),
                            result.<Long>getAccumulatorResult("callsDeadLetter"));
        }

        @Override
        public void close() {
            counts.close();
            lateSink.close();
            deadLetterSink.close();
        }
    }
}
