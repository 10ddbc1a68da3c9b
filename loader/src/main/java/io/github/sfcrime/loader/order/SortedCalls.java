package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of calls by rank, those of one rank as they came, in bounded memory: a run that has no more room is
 * sorted and spilled to disk, and the runs are merged.
 */
public final class SortedCalls implements Closeable {

    /** Runs that are merged in one go; more would take their read buffers from the memory that is to be bounded. */
    private static final int MOST_RUNS = 256;

    private static final Comparator<OutgoingCall> BY_RANK = Comparator.comparingLong(OutgoingCall::rank);

    private final SpilledRun.RunFiles files;
    private final String place;
    private final long runBytes;
    private final List<SpilledRun> spilled = new ArrayList<>();
    private List<OutgoingCall> run = new ArrayList<>();
    private long heapBytes;
    private long sortNanos;

    /**
     * @param files where runs are spilled to
     * @param place what messages call that
     * @param runBytes how much heap a run may take
     */
    SortedCalls(SpilledRun.RunFiles files, String place, long runBytes) {
        this.files = files;
        this.place = place;
        this.runBytes = runBytes;
    }

    /** A sort that spills runs of so many bytes to files in {@code directory}, which are gone when it is closed. */
    public static SortedCalls in(Path directory, long runBytes) {
        return new SortedCalls(() -> SpilledRun.temporaryFile(directory), directory.toString(), runBytes);
    }

    public void add(OutgoingCall call) throws IOException {
        run.add(call);
        heapBytes += call.heapBytes();
        if (heapBytes >= runBytes) {
            try {
                spill();
            } catch (InterruptedIOException | ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                throw new IOException(
                        "cannot put calls in order in " + place + ": " + e.getMessage()
                                + ": make room there, or name another place with --sort-directory",
                        e);
            }
        }
    }

    /** Puts the last run in order; after this no more can be added. */
    public void finish() {
        sortRun();
    }

    /** How long sorting and spilling took. */
    public double sortSeconds() {
        return sortNanos / 1e9;
    }

    /** Hands all of them on in order, once finished; after this there are none. */
    public void drainTo(CallSink sink) throws IOException {
        List<SortedRun> runs = new ArrayList<>(spilled);
        runs.add(new MemoryRun(run));
        run = new ArrayList<>();
        merge(runs, sink);
    }

    int spilledRuns() {
        return spilled.size();
    }

    private void sortRun() {
        long begun = System.nanoTime();
        run.sort(BY_RANK);
        sortNanos += System.nanoTime() - begun;
    }

    private void spill() throws IOException {
        sortRun();
        long begun = System.nanoTime();
        SpilledRun.Writer writer = SpilledRun.create(files);
        spilled.add(writer.run());
        for (OutgoingCall call : run) {
            writer.accept(call);
        }
        writer.finish();
        run = new ArrayList<>(run.size());
        heapBytes = 0;
        if (spilled.size() == MOST_RUNS) {
            mergeSpilled();
        }
        sortNanos += System.nanoTime() - begun;
    }

    private void mergeSpilled() throws IOException {
        List<SpilledRun> parts = List.copyOf(spilled);
        SpilledRun.Writer writer = SpilledRun.create(files);
        spilled.add(writer.run());
        merge(parts, writer);
        writer.finish();
        for (SpilledRun part : parts) {
            part.close();
        }
        spilled.removeAll(parts);
    }

    private static void merge(List<? extends SortedRun> runs, CallSink sink) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>();
        for (int i = 0; i < runs.size(); i++) {
            SortedRun run = runs.get(i);
            OutgoingCall first = run.next();
            if (first != null) {
                heads.add(new Head(first, i, run));
            }
        }
        Head head = heads.poll();
        while (head != null) {
            sink.accept(head.call);
            OutgoingCall next = head.run.next();
            if (next != null) {
                heads.add(new Head(next, head.age, head.run));
            }
            head = heads.poll();
        }
    }

    @Override
    public void close() throws IOException {
        for (SpilledRun part : spilled) {
            part.close();
        }
    }

    /** The next call of a run; of two of the same rank the one of the older run, which came first, goes first. */
    private record Head(OutgoingCall call, int age, SortedRun run) implements Comparable<Head> {

        @Override
        public int compareTo(Head other) {
            int byRank = Long.compare(call.rank(), other.call.rank());
            return byRank == 0 ? Integer.compare(age, other.age) : byRank;
        }
    }
}
