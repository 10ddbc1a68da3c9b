package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.Flushable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a data set over and over, and each call once, when it is closed; or each call whenever something of it has changed. */
final class FollowingReader implements CallReader {

    private final Function<@Nullable LocalDateTime, CallReader> readings;
    private final FollowedCalls sent;
    private final boolean updates;
    private final Backoff waits;
    private final Duration interval;
    private Flushable sink = () -> {};
    private CallReader reading;
    private @Nullable RawCall handedOut;
    private boolean readWhole;

    /**
     * @param readings readers of the calls that were closed since some time, null for all there are
     * @param sent what not to read again
     * @param updates whether open calls are read too, and calls again that have changed
     * @param waits waits from one reading to the next
     * @param interval how long
     */
    FollowingReader(
            Function<@Nullable LocalDateTime, CallReader> readings,
            FollowedCalls sent,
            boolean updates,
            Backoff waits,
            Duration interval) {
        this.readings = readings;
        this.sent = sent;
        this.waits = waits;
        this.interval = interval;
        this.updates = updates;
        readWhole = sent.since() != null;
        reading = readings.apply(since());
    }

    @Override
    public void flushBeforeWaiting(Flushable sinkOfCalls) {
        sink = sinkOfCalls;
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        rememberHandedOut();
        while (true) {
            RawCall call = reading.next();
            if (call == null) {
                readWhole = true;
                save();
                waits.sleep(interval);
                reading = readings.apply(since());
            } else if (updates ? isChanged(call) : isClosed(call) && isNew(call)) {
                handedOut = call;
                return call;
            }
        }
    }

    /** Since when calls must be closed to be read; null for all. Calls that are open are closed at no time. */
    private @Nullable LocalDateTime since() {
        return updates ? null : sent.since();
    }

    /** Only once the next is asked for has a call been taken. */
    private void rememberHandedOut() {
        if (handedOut != null) {
            String number = handedOut.value(CallField.CRIME_ID);
            if (number != null && number.indexOf('\n') < 0) {
                remember(number, handedOut);
            }
            handedOut = null;
        }
    }

    private void remember(String number, RawCall call) {
        String closed = call.value(CallField.CLOSE_DATE_TIME);
        if (updates) {
            sent.rememberVersion(number, version(call));
        } else if (closed != null) {
            sent.remember(number, closed);
        }
    }

    /** Whether the call is another than when it was read last; its type is the last that it was given. */
    private boolean isChanged(RawCall call) {
        String type = call.value(CallField.CALL_TYPE_FINAL_DESC);
        if (type != null) {
            call.set(CallField.ORIGINAL_CRIME_TYPE_NAME, type);
        }
        String number = call.value(CallField.CRIME_ID);
        return number == null || !sent.seeAgain(number, version(call));
    }

    /** What tells one state of a call from another: a hash of its fields. */
    private static String version(RawCall call) {
        StringBuilder fields = new StringBuilder();
        for (CallField field : CallField.ALL) {
            fields.append(call.value(field)).append('\n');
        }
        return UUID.nameUUIDFromBytes(fields.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isClosed(RawCall call) {
        return call.value(CallField.CLOSE_DATE_TIME) != null;
    }

    private boolean isNew(RawCall call) {
        String number = call.value(CallField.CRIME_ID);
        return number == null || !sent.isRemembered(number);
    }

    private void save() throws IOException {
        sink.flush();
        sent.save();
    }

    @Override
    public Set<String> ignoredFields() {
        return reading.ignoredFields();
    }

    /** What was remembered before all was read once would pass for all. */
    @Override
    public void close() throws IOException {
        reading.close();
        if (readWhole) {
            save();
        }
    }
}
