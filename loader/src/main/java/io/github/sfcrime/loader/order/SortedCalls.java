package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.Ahead;
import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of calls by rank, those of one rank as they came, in bounded memory: a run that has no more room is
 * sorted and spilled to disk, and the runs are merged, in a thread of its own, while they are sent.
 */
public final class SortedCalls implements Closeable {

    /** Runs that are merged in one go; more would take their read buffers from the memory that is to be bounded. */
    private static final int MOST_RUNS = 256;

    private final SpilledRun.RunFiles files;
    private final String place;
    private final long runBytes;
    private final List<SpilledRun> spilled = new ArrayList<>();
    private final MemoryRun run = new MemoryRun();
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
        if (run.bytes() >= runBytes) {
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
        runs.add(run);
        SortedRun merged = new MergedRuns(runs);
        try (Ahead<OutgoingCall> ahead = new Ahead<>("merging", merged::next)) {
            for (OutgoingCall call = ahead.next(); call != null; call = ahead.next()) {
                sink.accept(call);
            }
        }
    }

    int spilledRuns() {
        return spilled.size();
    }

    private void sortRun() {
        long begun = System.nanoTime();
        run.sort();
        sortNanos += System.nanoTime() - begun;
    }

    private void spill() throws IOException {
        sortRun();
        long begun = System.nanoTime();
        SpilledRun.Writer writer = SpilledRun.create(files);
        spilled.add(writer.run());
        writeAll(run, writer);
        run.clear();
        if (spilled.size() == MOST_RUNS) {
            mergeSpilled();
        }
        sortNanos += System.nanoTime() - begun;
    }

    private void mergeSpilled() throws IOException {
        List<SpilledRun> parts = List.copyOf(spilled);
        SpilledRun.Writer writer = SpilledRun.create(files);
        spilled.add(writer.run());
        writeAll(new MergedRuns(parts), writer);
        for (SpilledRun part : parts) {
            part.close();
        }
        spilled.removeAll(parts);
    }

    private static void writeAll(SortedRun run, SpilledRun.Writer writer) throws IOException {
        for (OutgoingCall call = run.next(); call != null; call = run.next()) {
            writer.accept(call);
        }
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        for (SpilledRun part : spilled) {
            part.close();
        }
    }
}
