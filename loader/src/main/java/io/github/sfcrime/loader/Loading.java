package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.OutgoingCall;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.UnfitValueException;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.loader.order.SortedCalls;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;

/** Takes calls from inputs to a sender: read, convert, sort, send; records that are no valid calls are rejected. */
final class Loading {

    private static final int REPORT_EVERY = 1 << 10;

    private final CallEncoding encoding;
    private final SortedCalls sorted;
    private final Rejects rejects;
    private final RejectLimit limit;
    private final Progress progress;
    private final LongAdder bytesRead = new LongAdder();
    private final List<String> damages = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> ignoredFields = new TreeSet<>();
    private final UnreadStages unreadStages = new UnreadStages();
    private long read;

    Loading(CallEncoding encoding, SortedCalls sorted, Rejects rejects, RejectLimit limit, Progress progress) {
        this.encoding = encoding;
        this.sorted = sorted;
        this.rejects = rejects;
        this.limit = limit;
        this.progress = progress;
    }

    /** Records read so far. */
    long recordsRead() {
        return read;
    }

    /** Records of them that were rejected. */
    long rejected() {
        return rejects.count();
    }

    /** The time for sorting, which is a part of {@link #read}. */
    double sortSeconds() {
        return sorted.sortSeconds();
    }

    boolean isInFileOrder() {
        return encoding.order() == CallOrder.FILE;
    }

    /** The reasons why inputs were not read to their end, a line each. */
    List<String> damages() {
        return damages;
    }

    /** Warnings about inputs, a line each. */
    List<String> remarks() {
        return remarks;
    }

    /** The stages that the calls that were read lack because their times could not be. */
    UnreadStages unreadStages() {
        return unreadStages;
    }

    /** Fields of the inputs that calls do not have. */
    Set<String> ignoredFields() {
        return ignoredFields;
    }

    boolean isBeyondLimit() {
        return limit.isPassedAtEnd(rejects.count(), read) || limit.isPassed(rejects.count(), read);
    }

    /** Reads the inputs one after the other; calls go to {@code sink} at once if they keep the order of the files. */
    void read(List<? extends CallSource> inputs, CallSink sink) throws IOException {
        progress.begin("reading", " MB", 1 << 20, size(inputs));
        CallSink next = isInFileOrder() ? sink : sorted::add;
        for (CallSource input : inputs) {
            try (CallReader reader = input.open(bytesRead)) {
                reader.flushBeforeWaiting(() -> {
                    next.complete();
                    rejects.flush();
                });
                readAll(reader, next);
                remarks.addAll(reader.remarks());
            } catch (DamagedInputException e) {
                damages.add(e.getMessage());
            }
        }
        progress.at(bytesRead.sum());
        sorted.finish();
    }

    /** Sends what {@link #read} has sorted. */
    void send(CallSink sink) throws IOException {
        if (isInFileOrder()) {
            return;
        }
        progress.begin("sending", "", 1, read - rejects.count());
        CountedSink counted = new CountedSink(sink);
        sorted.drainTo(counted);
        progress.at(counted.count);
    }

    private void readAll(CallReader reader, CallSink sink) throws IOException {
        try {
            readToEnd(reader, sink);
        } finally {
            ignoredFields.addAll(reader.ignoredFields());
        }
    }

    private void readToEnd(CallReader reader, CallSink sink) throws IOException {
        RawCall raw = isStopped() ? null : reader.next();
        while (raw != null) {
            if (read % REPORT_EVERY == 0) {
                refuseInterrupted();
                progress.at(bytesRead.sum());
            }
            read++;
            pass(raw, sink);
            raw = isStopped() ? null : reader.next();
        }
    }

    private void pass(RawCall raw, CallSink sink) throws IOException {
        OutgoingCall call;
        try {
            call = encoding.encode(CallConversion.convert(raw, unreadStages.of(raw)));
        } catch (UnfitValueException e) {
            rejects.add(raw, e);
            return;
        }
        sink.accept(call);
    }

    private static long size(List<? extends CallSource> inputs) {
        boolean known = inputs.stream().allMatch(input -> input.size() >= 0);
        return known ? inputs.stream().mapToLong(CallSource::size).sum() : -1;
    }

    private boolean isStopped() {
        return limit.isPassed(rejects.count(), read);
    }

    private static void refuseInterrupted() throws InterruptedIOException {
        if (Thread.interrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /** A sink that shows progress and passes calls on. */
    private final class CountedSink implements CallSink {

        private final CallSink next;
        private long count;

        CountedSink(CallSink next) {
            this.next = next;
        }

        @Override
        public void accept(OutgoingCall call) throws IOException {
            if (count % REPORT_EVERY == 0) {
                refuseInterrupted();
                progress.at(count);
            }
            next.accept(call);
            count++;
        }

        @Override
        public void complete() throws IOException {
            next.complete();
        }
    }
}
