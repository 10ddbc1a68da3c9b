package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Calls in partitions, as Kafka has them: each reader takes its own in batches and turns of any length, some faster than others. How
 * far a job may read is up to the test.
 */
final class PartitionedCalls implements Source<CallBatch, PartitionedCalls.Split, Set<Integer>>, AutoCloseable {

    private static final Map<String, Given> GIVEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final boolean bounded;

    private record Given(List<List<CallRecord>> partitions, AtomicLong allowed, AtomicLong read) {}

    /** A partition and how far it has been read. */
    record Split(int partition, int next) implements SourceSplit {
        @Override
        public String splitId() {
            return Integer.toString(partition);
        }
    }

    PartitionedCalls(List<List<CallRecord>> partitions, boolean bounded) {
        this.bounded = bounded;
        GIVEN.put(id, new Given(partitions, new AtomicLong(), new AtomicLong()));
    }

    /** Lets jobs read up to so many calls, of all partitions together. */
    void allow(long calls) {
        given().allowed.set(calls);
    }

    /** How many have been read, by all jobs. */
    long read() {
        return given().read.get();
    }

    /** Whether all that may be read has been. */
    boolean isHeldBack() {
        return read() >= given().allowed.get();
    }

    private Given given() {
        return Objects.requireNonNull(GIVEN.get(id));
    }

    @Override
    public void close() {
        GIVEN.remove(id);
    }

    @Override
    public Boundedness getBoundedness() {
        return bounded ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<Split, Set<Integer>> createEnumerator(SplitEnumeratorContext<Split> context) {
        return restoreEnumerator(context, Set.of());
    }

    @Override
    public SplitEnumerator<Split, Set<Integer>> restoreEnumerator(
            SplitEnumeratorContext<Split> context, Set<Integer> assigned) {
        return new Enumerator(context, given().partitions.size(), assigned);
    }

    @Override
    public SourceReader<CallBatch, Split> createReader(SourceReaderContext context) {
        return new Reader(given(), bounded, new Random(context.getIndexOfSubtask()));
    }

    @Override
    public SimpleVersionedSerializer<Split> getSplitSerializer() {
        return new Numbers<>() {
            @Override
            public byte[] serialize(Split split) {
                return bytes(List.of(split.partition, split.next));
            }

            @Override
            Split of(List<Integer> numbers) {
                return new Split(numbers.get(0), numbers.get(1));
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<Set<Integer>> getEnumeratorCheckpointSerializer() {
        return new Numbers<>() {
            @Override
            public byte[] serialize(Set<Integer> assigned) {
                return bytes(assigned);
            }

            @Override
            Set<Integer> of(List<Integer> numbers) {
                return Set.copyOf(numbers);
            }
        };
    }

    private abstract static class Numbers<T> implements SimpleVersionedSerializer<T> {

        abstract T of(List<Integer> numbers);

        static byte[] bytes(Collection<Integer> numbers) {
            ByteBuffer buffer = ByteBuffer.allocate(numbers.size() * Integer.BYTES);
            numbers.forEach(buffer::putInt);
            return buffer.array();
        }

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public T deserialize(int version, byte[] serialized) {
            List<Integer> numbers = new ArrayList<>();
            for (ByteBuffer buffer = ByteBuffer.wrap(serialized); buffer.hasRemaining(); ) {
                numbers.add(buffer.getInt());
            }
            return of(numbers);
        }
    }

    /** Deals the partitions out to the readers, once all are there. */
    private record Enumerator(SplitEnumeratorContext<Split> context, int partitions, Set<Integer> assigned)
            implements SplitEnumerator<Split, Set<Integer>> {

        Enumerator {
            assigned = new HashSet<>(assigned);
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Split> splits, int subtask) {
            context.assignSplits(new SplitsAssignment<>(Map.of(subtask, splits)));
        }

        @Override
        public void addReader(int subtask) {
            List<Split> dealt = new ArrayList<>();
            for (int partition = subtask; partition < partitions; partition += context.currentParallelism()) {
                if (assigned.add(partition)) {
                    dealt.add(new Split(partition, 0));
                }
            }
            if (!dealt.isEmpty()) {
                context.assignSplits(new SplitsAssignment<>(Map.of(subtask, dealt)));
            }
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public Set<Integer> snapshotState(long checkpointId) {
            return Set.copyOf(assigned);
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements SourceReader<CallBatch, Split> {

        private final Given given;
        private final boolean bounded;
        private final Random random;
        private final List<Split> splits = new ArrayList<>();
        private final Set<String> paused = new HashSet<>();
        private boolean noMoreSplits;

        Reader(Given given, boolean bounded, Random random) {
            this.given = given;
            this.bounded = bounded;
            this.random = random;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<CallBatch> output) {
            splits.removeIf(split -> isRead(split) && bounded && release(split, output));
            if (splits.isEmpty() && noMoreSplits && bounded) {
                return InputStatus.END_OF_INPUT;
            }
            List<Split> unread = splits.stream()
                    .filter(split -> !isRead(split) && !paused.contains(split.splitId()))
                    .toList();
            if (unread.isEmpty() || given.read.get() >= given.allowed.get()) {
                LockSupport.parkNanos(100_000);
                return InputStatus.MORE_AVAILABLE;
            }
            // The first of them is read far ahead of the others.
            Split split = random.nextInt(4) > 0 ? unread.get(0) : unread.get(random.nextInt(unread.size()));
            for (int turn = 1 + random.nextInt(4); turn > 0 && !isRead(split); turn--) {
                split = readBatch(split, output);
            }
            return InputStatus.MORE_AVAILABLE;
        }

        private Split readBatch(Split split, ReaderOutput<CallBatch> output) {
            List<CallRecord> calls = given.partitions.get(split.partition);
            int end = Math.min(split.next + 1 + random.nextInt(10), calls.size());
            given.read.addAndGet(end - split.next);
            output.createOutputForSplit(split.splitId())
                    .collect(CallBatch.of(calls.subList(split.next, end).toArray(CallRecord[]::new)));
            Split further = new Split(split.partition, end);
            splits.set(splits.indexOf(split), further);
            return further;
        }

        private boolean isRead(Split split) {
            return split.next == given.partitions.get(split.partition).size();
        }

        private static boolean release(Split split, ReaderOutput<CallBatch> output) {
            output.releaseOutputForSplit(split.splitId());
            return true;
        }

        @Override
        public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
            paused.addAll(toPause);
            paused.removeAll(toResume);
        }

        @Override
        public List<Split> snapshotState(long checkpointId) {
            return List.copyOf(splits);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<Split> more) {
            splits.addAll(more);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMoreSplits = true;
        }

        @Override
        public void close() {}
    }
}
