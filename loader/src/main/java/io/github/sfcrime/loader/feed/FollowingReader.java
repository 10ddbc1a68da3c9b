package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.Flushable;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a data set over and over, and each call once: when it is closed. */
final class FollowingReader implements CallReader {

    private final Function<@Nullable LocalDateTime, CallReader> readings;
    private final FollowedCalls sent;
    private final Backoff waits;
    private final Duration interval;
    private Flushable sink = () -> {};
    private CallReader reading;
    private @Nullable RawCall handedOut;
    private boolean readWhole;

    /**
     * @param readings readers of the calls that were closed since some time, null for all there are
     * @param sent what not to read again
     * @param waits waits from one reading to the next
     * @param interval how long
     */
    FollowingReader(
            Function<@Nullable LocalDateTime, CallReader> readings,
            FollowedCalls sent,
            Backoff waits,
            Duration interval) {
        this.readings = readings;
        this.sent = sent;
        this.waits = waits;
        this.interval = interval;
        readWhole = sent.since() != null;
        reading = readings.apply(sent.since());
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
                reading = readings.apply(sent.since());
            } else if (isClosed(call) && isNew(call)) {
                handedOut = call;
                return call;
            }
        }
    }

    /** Only once the next is asked for has a call been taken. */
    private void rememberHandedOut() {
        if (handedOut != null) {
            String number = handedOut.value(CallField.CRIME_ID);
            String closed = handedOut.value(CallField.CLOSE_DATE_TIME);
            if (number != null && closed != null && number.indexOf('\n') < 0) {
                sent.remember(number, closed);
            }
            handedOut = null;
        }
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
