package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.StateBackends;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomesTold;
import io.github.sfcrime.job.partials.Buckets;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PartialCountsBuilder;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@link CountWindows} against a plain count of minutes, whatever comes in whatever order: calls in time and late,
 * watermarks that stand, step and jump, checkpoints, and restores at another parallelism that lose what came after.
 */
class CountWindowsModelTest {

    private static final int MAX_PARALLELISM = 16;
    private static final Buckets BUCKETS = Buckets.oneForEachKeyGroup(MAX_PARALLELISM);
    private static final int MINUTE = 60_000;
    private static final int DAY = 24 * 60;
    private static final int STEPS = 200;

    static Stream<Arguments> runs() {
        return Stream.concat(
                seeds(0, 60, StateBackends.heap()),
                StateBackends.all().skip(1).flatMap(backend -> seeds(1_000, 3, backend)));
    }

    private static Stream<Arguments> seeds(int first, int runs, StateBackend backend) {
        return IntStream.range(first, first + runs).mapToObj(seed -> Arguments.of(seed, backend));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("runs")
    void theLastRowsAreThoseOfAPlainCount(int seed, StateBackend backend) throws Exception {
        Random random = new Random(seed);
        Windows windows = Windows.any(random);
        int lateness = random.nextBoolean() ? 0 : random.nextInt(2 * windows.size);
        int types = 1 + random.nextInt(4);
        Model model = new Model(windows, lateness);
        Model atCheckpoint = model.copy();
        try (Job job = new Job(windows, lateness, backend)) {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(20)) {
                    case 0 -> {
                        job.checkpoint();
                        atCheckpoint = model.copy();
                    }
                    case 1 -> {
                        job.restore(1 + random.nextInt(4));
                        model = atCheckpoint.copy();
                        // What is upstream tells its watermark again.
                        job.watermark(model.complete);
                    }
                    case 2, 3, 4 -> {
                        model.advance(random.nextInt(random.nextInt(4) > 0 ? 2 * windows.slide : 3 * windows.size));
                        job.watermark(model.complete);
                    }
                    default -> {
                        for (int call = random.nextInt(10); call >= 0; call--) {
                            Group group =
                                    new Group("type " + random.nextInt(types), random.nextBoolean() ? null : "HAN");
                            int minute = model.complete + random.nextInt(2 * windows.size) - windows.size / 2;
                            int count = 1 + random.nextInt(9);
                            model.add(Math.max(0, minute), group, count);
                            job.add(Math.max(0, minute), group, count);
                        }
                    }
                }
                assertThat(job.lastRows()).as("step %d", step).isEqualTo(model.rows());
            }
            assertThat(job.late()).isEqualTo(model.late);

            model.advance(100 * DAY);
            job.watermark(Integer.MAX_VALUE);
            assertThat(job.lastRows()).isEqualTo(model.rows()).isNotEmpty();
            assertThat(job.pages()).isZero();
        }
    }

    /** Windows of minutes; one starts every {@code slide}, or they share their start and end every {@code slide}. */
    private record Windows(int size, int slide, boolean cumulating) {

        static Windows any(Random random) {
            List<Integer> sizes = List.of(1, 10, 30, 60, 180, 720, DAY, 2 * DAY);
            int size = sizes.get(random.nextInt(sizes.size()));
            List<Integer> slides = sizes.stream()
                    .filter(slide -> slide <= size && size / slide <= 500 && size % slide == 0)
                    .toList();
            return new Windows(size, slides.get(random.nextInt(slides.size())), random.nextBoolean());
        }

        WindowShape shape() {
            return cumulating
                    ? WindowShape.cumulating(minutes(size), minutes(slide))
                    : WindowShape.hopping(minutes(size), minutes(slide));
        }

        /** The ends of the windows that a minute falls into, by their starts. */
        Map<Integer, Integer> of(int minute) {
            Map<Integer, Integer> ends = new TreeMap<>();
            for (int end = minute + 1; end <= minute + size; end++) {
                int start = cumulating ? (end - 1) / size * size : end - size;
                if (Math.floorMod(cumulating ? end - start : start, slide) == 0 && start <= minute) {
                    ends.put(end, start);
                }
            }
            return ends;
        }
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** What is to come out: every window's counts, and which of them are shown by now. */
    private static final class Model {

        private final Windows windows;
        private final int lateness;
        private final Map<Row, Long> counts = new HashMap<>();
        private int complete;
        private long late;

        Model(Windows windows, int lateness) {
            this.windows = windows;
            this.lateness = lateness;
        }

        Model copy() {
            Model copy = new Model(windows, lateness);
            copy.counts.putAll(counts);
            copy.complete = complete;
            copy.late = late;
            return copy;
        }

        void advance(int minutes) {
            complete += minutes;
        }

        void add(int minute, Group group, int count) {
            boolean inTime = false;
            for (Map.Entry<Integer, Integer> window : windows.of(minute).entrySet()) {
                if (window.getKey() > complete - lateness) {
                    inTime = true;
                    counts.merge(new Row(window.getValue(), window.getKey(), group), (long) count, Long::sum);
                }
            }
            late += inTime ? 0 : count;
        }

        Map<Row, Long> rows() {
            Map<Row, Long> rows = new HashMap<>(counts);
            rows.keySet().removeIf(row -> row.end > complete);
            return rows;
        }
    }

    /** A group in a window, of whose rows the last one counts. */
    private record Row(long start, long end, Group group) {

        static Row of(GroupCount row) {
            return new Row(row.windowStart / MINUTE, row.windowEnd / MINUTE, new Group(row.first, row.second));
        }
    }

    /** The operator's subtasks. */
    private static final class Job implements AutoCloseable {

        private final Windows windows;
        private final int lateness;
        private final StateBackend backend;
        private final List<Subtask> subtasks = new ArrayList<>();
        private final Map<Row, Long> committed = new HashMap<>();
        private List<OperatorSubtaskState> checkpoint = List.of();
        private long lateAtCheckpoint;
        private long lateBefore;
        private long checkpoints;

        Job(Windows windows, int lateness, StateBackend backend) throws Exception {
            this.windows = windows;
            this.lateness = lateness;
            this.backend = backend;
            restore(2);
            checkpoint();
        }

        void add(int minute, Group group, int count) throws Exception {
            int bucket = BUCKETS.key(BUCKETS.indexOf(group));
            PartialCountsBuilder partial = new PartialCountsBuilder(bucket);
            partial.add(windows.shape().sliceEnd((long) minute * MINUTE), group, count);
            int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(bucket, MAX_PARALLELISM, subtasks.size());
            subtasks.get(subtask).processElement(new StreamRecord<>(partial.take()));
        }

        void watermark(int complete) throws Exception {
            for (Subtask subtask : subtasks) {
                subtask.processWatermark((long) complete * MINUTE - 1);
            }
        }

        /** What was written up to here stays. */
        void checkpoint() throws Exception {
            checkpoints++;
            checkpoint = new ArrayList<>();
            for (Subtask subtask : subtasks) {
                subtask.prepareSnapshotPreBarrier(checkpoints);
                checkpoint.add(subtask.snapshot(checkpoints, checkpoints));
            }
            committed.putAll(lastRows());
            lateAtCheckpoint = late();
        }

        /** Goes back to the checkpoint; what was written after it is lost, as transactions that are aborted are. */
        void restore(int parallelism) throws Exception {
            close();
            lateBefore = lateAtCheckpoint;
            for (int i = 0; i < parallelism; i++) {
                Subtask subtask = new Subtask(windows, lateness, backend, parallelism, i);
                subtasks.add(subtask);
                if (!checkpoint.isEmpty()) {
                    subtask.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            AbstractStreamOperatorTestHarness.repackageState(
                                    checkpoint.toArray(OperatorSubtaskState[]::new)),
                            MAX_PARALLELISM,
                            checkpoint.size(),
                            parallelism,
                            i));
                }
                subtask.open();
            }
        }

        Map<Row, Long> lastRows() {
            Map<Row, Long> rows = new HashMap<>(committed);
            for (Subtask subtask : subtasks) {
                for (GroupCount row : subtask.extractOutputValues()) {
                    rows.put(Row.of(row), row.count);
                }
            }
            return rows;
        }

        long late() throws Exception {
            long late = lateBefore;
            for (Subtask subtask : subtasks) {
                subtask.prepareSnapshotPreBarrier(checkpoints);
                late += OutcomesTold.by(subtask, Outcome.LATE);
            }
            return late;
        }

        int pages() {
            return subtasks.stream().mapToInt(Subtask::pages).sum();
        }

        @Override
        public void close() throws Exception {
            for (Subtask subtask : subtasks) {
                subtask.close();
            }
            subtasks.clear();
        }
    }

    private static final class Subtask
            extends KeyedOneInputStreamOperatorTestHarness<Integer, PartialCounts, GroupCount> {

        Subtask(Windows windows, int lateness, StateBackend backend, int parallelism, int index) throws Exception {
            super(
                    new CountWindows(Query.COUNTS, counting(windows, lateness), new EveryGroup(), true),
                    partial -> partial.bucket,
                    Types.INT,
                    MAX_PARALLELISM,
                    parallelism,
                    index);
            setStateBackend(backend);
            setup(TypeInformation.of(GroupCount.class).createSerializer(new SerializerConfigImpl()));
        }

        private static Counting counting(Windows windows, int lateness) {
            return new Counting(
                    EnumSet.of(Query.COUNTS),
                    windows.shape(),
                    minutes(lateness),
                    TimeSource.EVENT,
                    Map.of(),
                    2,
                    Map.of(),
                    Duration.ZERO,
                    null);
        }

        int pages() {
            try (var pages = getOperator().getKeyedStateBackend().getKeysAndNamespaces("slices")) {
                return (int) pages.count();
            }
        }
    }
}
