package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupCountsSerializer;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BucketWindowsTest {

    private static final Group[] GROUPS = Stream.of("HAN", "GOA", "UTL", "CIT", "REP", "ADV", "NOM")
            .map(disposition -> new Group("Passing Call", disposition))
            .toArray(Group[]::new);
    private static final long START = Instant.parse("2018-10-01T21:00:00Z").toEpochMilli();
    private static final long BEFORE_THE_EPOCH =
            Instant.parse("1969-12-29T21:00:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    record Given(WindowShape shape, Duration lateness, long start, boolean sparse, boolean asBytes, long seed) {}

    static Stream<Given> given() {
        List<WindowShape> shapes = List.of(
                WindowShape.tumbling(Duration.ofHours(1)),
                WindowShape.tumbling(Duration.ofDays(7)),
                WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(10)),
                WindowShape.hopping(Duration.ofMinutes(30), Duration.ofMinutes(20)),
                WindowShape.hopping(Duration.ofDays(1), Duration.ofMinutes(10)),
                WindowShape.hopping(Duration.ofDays(7), Duration.ofHours(1)),
                WindowShape.cumulating(Duration.ofDays(1), Duration.ofMinutes(10)),
                WindowShape.cumulating(Duration.ofHours(6), Duration.ofMinutes(5)));
        List<Given> given = new ArrayList<>();
        for (WindowShape shape : shapes) {
            for (Duration lateness : List.of(Duration.ZERO, Duration.ofMinutes(45), Duration.ofHours(30))) {
                for (long seed = 0; seed < 4; seed++) {
                    given.add(new Given(
                            shape, lateness, seed == 3 ? BEFORE_THE_EPOCH : START, seed % 2 == 1, seed > 1, seed));
                }
            }
        }
        return given.stream();
    }

    @ParameterizedTest
    @MethodSource("given")
    void windowsAreThoseOfAPlainCountAndNothingIsLeftOfThem(Given given) throws Exception {
        Random random = new Random(given.seed);
        Plain plain = new Plain(given.shape, given.lateness);
        Bucket bucket = new Bucket(given.shape, given.lateness, given.asBytes);
        long now = given.start;
        for (int step = 0; step < 150; step++) {
            if (random.nextInt(3) > 0) {
                now += random.nextInt(given.sparse ? 300 : 12) * MINUTE;
                long complete = now - random.nextInt(30) * MINUTE;
                assertThat(bucket.completeUpTo(complete)).isEqualTo(plain.completeUpTo(complete));
            } else {
                long[] times = random.longs(
                                1 + random.nextInt(4), now - given.lateness.toMillis() - 90 * MINUTE, now + 60 * MINUTE)
                        .toArray();
                Batch batch = Batch.of(given.shape, times, random);
                assertThat(bucket.add(batch)).isEqualTo(plain.add(batch));
            }
        }
        assertThat(bucket.completeUpTo(Long.MAX_VALUE)).isEqualTo(plain.completeUpTo(Long.MAX_VALUE));
        assertThat(bucket.pages).isEmpty();
        assertThat(bucket.running).isNull();
        assertThat(bucket.index.timer).isEqualTo(WindowShape.NEVER);
    }

    @Test
    void aCumulatingDayReadsOnePageForEachWindowAndAddsEachSliceUpOnce() throws Exception {
        WindowShape shape = WindowShape.cumulating(Duration.ofDays(1), Duration.ofMinutes(10));
        Bucket bucket = new Bucket(shape, Duration.ZERO, false);
        long day = Instant.parse("2018-10-02T00:00:00Z").toEpochMilli();
        for (int slice = 0; slice < 144; slice++) {
            bucket.add(Batch.of(shape, new long[] {day + slice * 10L * MINUTE}, new Random(slice)));
        }
        int afterAdding = bucket.reads;
        for (int slice = 1; slice <= 100; slice++) {
            bucket.completeUpTo(day + slice * 10L * MINUTE);
        }

        assertThat(bucket.reads - afterAdding).isLessThanOrEqualTo(100 + 2);
    }

    @Test
    void pagesThatNoWindowNeedsAreForgottenWithoutBeingRead() throws Exception {
        WindowShape shape = WindowShape.tumbling(Duration.ofHours(1));
        Bucket bucket = new Bucket(shape, Duration.ofDays(30), false);
        for (int hour = 0; hour < 200; hour++) {
            bucket.add(Batch.of(shape, new long[] {START + hour * 60L * MINUTE}, new Random(hour)));
        }
        bucket.completeUpTo(START + 200 * 60 * MINUTE);
        int afterEmitting = bucket.reads;
        assertThat(bucket.pages).hasSize(4);

        bucket.completeUpTo(START + (30 * 24 + 150) * 60 * MINUTE);

        assertThat(bucket.pages).hasSize(2);
        assertThat(bucket.reads).isEqualTo(afterEmitting);
    }

    /** Counts of slices, one group each. */
    private static final class Batch {

        private final long[] sliceEnds;
        private final PartialCounts partial = new PartialCounts();

        private Batch(long[] sliceEnds) {
            this.sliceEnds = sliceEnds;
        }

        static Batch of(WindowShape shape, long[] times, Random random) {
            Batch batch = new Batch(Arrays.stream(times).map(shape::sliceEnd).toArray());
            batch.partial.groups = random.ints(times.length, 0, GROUPS.length).toArray();
            batch.partial.counts = random.longs(times.length, 1, 300).toArray();
            return batch;
        }
    }

    /** What is to be emitted, by a count that goes over everything each time. */
    private static final class Plain {

        private record Counted(long sliceEnd, int group, long count) {}

        private final WindowShape shape;
        private final long lateness;
        private final List<Counted> all = new ArrayList<>();
        private long complete = Long.MIN_VALUE / 2;

        Plain(WindowShape shape, Duration lateness) {
            this.shape = shape;
            this.lateness = lateness.toMillis();
        }

        List<String> completeUpTo(long time) {
            TreeSet<Long> closing = new TreeSet<>();
            for (Counted counted : all) {
                for (long end : windowEnds(counted.sliceEnd)) {
                    if (end > complete && end <= time) {
                        closing.add(end);
                    }
                }
            }
            complete = Math.max(complete, time);
            return closing.stream().map(end -> text(end, counts(end))).toList();
        }

        List<String> add(Batch batch) {
            TreeMap<Long, TreeSet<String>> changed = new TreeMap<>();
            int late = 0;
            for (int i = 0; i < batch.sliceEnds.length; i++) {
                long sliceEnd = batch.sliceEnds[i];
                if (shape.lastWindowEnd(sliceEnd) <= complete - lateness) {
                    late++;
                    continue;
                }
                all.add(new Counted(sliceEnd, batch.partial.groups[i], batch.partial.counts[i]));
                for (long end : windowEnds(sliceEnd)) {
                    if (end <= complete && end > complete - lateness) {
                        changed.computeIfAbsent(end, e -> new TreeSet<>())
                                .add(GROUPS[batch.partial.groups[i]].toString());
                    }
                }
            }
            List<String> texts = new ArrayList<>(List.of(late + " late"));
            changed.forEach((end, groups) -> texts.add(text(end, counts(end)) + " changed " + groups));
            return texts;
        }

        private List<Long> windowEnds(long sliceEnd) {
            List<Long> ends = new ArrayList<>();
            for (long end = shape.firstWindowEnd(sliceEnd); end <= shape.lastWindowEnd(sliceEnd); end += shape.step()) {
                ends.add(end);
            }
            return ends;
        }

        private Map<String, Long> counts(long windowEnd) {
            TreeMap<String, Long> counts = new TreeMap<>();
            for (Counted counted : all) {
                if (counted.sliceEnd > shape.windowStart(windowEnd) && counted.sliceEnd <= windowEnd) {
                    counts.merge(GROUPS[counted.group].toString(), counted.count, Long::sum);
                }
            }
            return counts;
        }
    }

    private static String text(long windowEnd, Map<String, Long> counts) {
        return Instant.ofEpochMilli(windowEnd) + " " + counts;
    }

    /** The windows of a bucket over maps, by reference as on the heap or as bytes as elsewhere, with a timer. */
    private static final class Bucket implements SliceStore {

        private final BucketWindows windows;
        private final boolean asBytes;
        private final Map<Long, SlicePage> pages = new HashMap<>();
        private BucketIndex index = new BucketIndex();
        private @Nullable GroupCounts running;
        private int reads;

        Bucket(WindowShape shape, Duration lateness, boolean asBytes) {
            windows = new BucketWindows(shape, new Lateness(lateness), this);
            this.asBytes = asBytes;
        }

        private long complete = Long.MIN_VALUE / 2;

        List<String> completeUpTo(long time) throws Exception {
            List<String> emitted = new ArrayList<>();
            complete = Math.max(complete, time);
            if (index.timer <= complete && index.timer != WindowShape.NEVER) {
                turn();
                index.timer = WindowShape.NEVER;
                windows.close(complete, (end, counts) -> emitted.add(text(end, told(counts))));
                index.timer = windows.due();
            }
            return emitted;
        }

        List<String> add(Batch batch) throws Exception {
            turn();
            windows.completeUpTo(complete);
            List<String> emitted = new ArrayList<>();
            int late = 0;
            for (int i = 0; i < batch.sliceEnds.length; i++) {
                late += windows.add(batch.sliceEnds[i], GROUPS, batch.partial, i, i + 1) ? 0 : 1;
            }
            emitted.add(late + " late");
            windows.store((end, counts, changed) -> {
                TreeSet<String> groups = new TreeSet<>();
                changed.forEach(group -> groups.add(group.toString()));
                emitted.add(text(end, told(counts)) + " changed " + groups);
            });
            index.timer = Math.min(index.timer, windows.due());
            return emitted;
        }

        private void turn() throws IOException {
            index = stored(index, new BucketIndexSerializer());
            windows.turnTo(index);
        }

        private static Map<String, Long> told(GroupCounts counts) {
            TreeMap<String, Long> told = new TreeMap<>();
            counts.forEach((group, count) -> told.put(group.toString(), count));
            return told;
        }

        private <T> T stored(T value, TypeSerializer<T> serializer) throws IOException {
            if (!asBytes) {
                return value;
            }
            DataOutputSerializer bytes = new DataOutputSerializer(64);
            serializer.serialize(value, bytes);
            return serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
        }

        @Override
        public @Nullable SlicePage page(long number) throws IOException {
            reads++;
            SlicePage page = pages.get(number);
            return page == null ? null : stored(page, new SlicePageSerializer());
        }

        @Override
        public void put(long number, SlicePage page) throws IOException {
            pages.put(number, stored(page, new SlicePageSerializer()));
        }

        @Override
        public void remove(long number) {
            assertThat(pages.remove(number)).isNotNull();
        }

        @Override
        public @Nullable GroupCounts running() throws IOException {
            return running == null ? null : stored(running, new GroupCountsSerializer());
        }

        @Override
        public void putRunning(GroupCounts sum) throws IOException {
            running = stored(sum, new GroupCountsSerializer());
        }

        @Override
        public void removeRunning() {
            running = null;
        }
    }
}
