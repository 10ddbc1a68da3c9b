package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A load that sends nothing: it reads, converts, and reports what would be sent and what would be rejected. */
final class CheckedLoad {

    private static final int REJECTS_TOLD = 20;
    private static final int INTERRUPTED_EVERY = 1 << 10;

    private final Consumer<String> tell;
    private final Set<String> ignored = new TreeSet<>();
    private final UnreadStages unreadStages = new UnreadStages();
    private long read;
    private long rejected;
    private boolean damaged;

    /** @param tell takes what there is to say, a line each */
    CheckedLoad(Consumer<String> tell) {
        this.tell = tell;
    }

    /** Whether a load of these inputs would be whole. */
    boolean check(List<? extends CallSource> inputs, RejectLimit limit) throws IOException {
        long begun = System.nanoTime();
        for (CallSource input : inputs) {
            try (CallReader reader = input.open(new LongAdder())) {
                checkAll(reader);
                reader.remarks().forEach(tell);
            } catch (DamagedInputException e) {
                damaged = true;
                tell.accept(e.getMessage());
            }
        }
        sumUp((System.nanoTime() - begun) / 1e9);
        return !damaged && !limit.isPassedAtEnd(rejected, read) && (rejected == 0 || rejected < read);
    }

    private void checkAll(CallReader reader) throws IOException {
        try {
            for (RawCall raw = reader.next(); raw != null; raw = reader.next()) {
                if (read % INTERRUPTED_EVERY == 0 && Thread.interrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                read++;
                check(raw);
            }
        } finally {
            ignored.addAll(reader.ignoredFields());
        }
    }

    private void check(RawCall raw) {
        try {
            CallConversion.convert(raw, unreadStages.of(raw));
        } catch (UnfitValueException e) {
            rejected++;
            if (rejected <= REJECTS_TOLD) {
                tell.accept(reject(raw, e));
            }
        }
    }

    private static String reject(RawCall raw, UnfitValueException e) {
        String field = e.field() == null ? "" : Shown.text(e.field()) + " ";
        String value = e.value() == null ? "" : "'" + Shown.text(e.value()) + "' ";
        return raw.position() + ": " + field + value + Shown.text(String.valueOf(e.getMessage()), 200);
    }

    private void sumUp(double seconds) {
        if (rejected > REJECTS_TOLD) {
            tell.accept("and " + (rejected - REJECTS_TOLD) + " other records that do not fit");
        }
        if (!ignored.isEmpty()) {
            tell.accept("fields that calls do not have are ignored: "
                    + ignored.stream().limit(IgnoredFields.TOLD).collect(Collectors.joining(", "))
                    + (ignored.size() > IgnoredFields.TOLD ? " and others" : ""));
        }
        unreadStages.remark().ifPresent(tell);
        tell.accept(String.format(
                Locale.ROOT,
                "read %,d, would send %,d, would reject %,d (%.1f s, nothing was sent)",
                read,
                read - rejected,
                rejected,
                seconds));
    }
}
