package io.github.sfcrime.loader;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a data set over and over, and each call once: when it is closed. */
final class FollowingReader implements CallReader {

    /** Calls that are remembered as read: many times those of the 48 hours that a live data set holds. */
    private static final int MOST_REMEMBERED = 200_000;

    private final Supplier<CallReader> readings;
    private final Backoff waits;
    private final Duration interval;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private CallReader reading;

    /**
     * @param readings readers of the data set from its beginning
     * @param waits waits from one reading to the next
     * @param interval how long
     */
    FollowingReader(Supplier<CallReader> readings, Backoff waits, Duration interval) {
        this.readings = readings;
        this.waits = waits;
        this.interval = interval;
        reading = readings.get();
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        while (true) {
            RawCall call = reading.next();
            if (call == null) {
                waits.sleep(interval);
                reading = readings.get();
            } else if (isClosed(call) && isNew(call)) {
                return call;
            }
        }
    }

    private static boolean isClosed(RawCall call) {
        return call.value(CallField.CLOSE_DATE_TIME) != null;
    }

    private boolean isNew(RawCall call) {
        String number = call.value(CallField.CRIME_ID);
        return number == null || seen.put(number, true) == null;
    }

    @Override
    public Set<String> ignoredFields() {
        return reading.ignoredFields();
    }

    @Override
    public void close() throws IOException {
        reading.close();
    }
}
