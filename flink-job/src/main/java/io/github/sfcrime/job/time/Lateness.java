package io.github.sfcrime.job.time;

import java.io.Serializable;
import java.time.Duration;

/** How long a window that has been emitted still takes calls. */
public final class Lateness implements Serializable {

    private final long allowedMillis;

    public Lateness(Duration allowed) {
        allowedMillis = allowed.toMillis();
    }

    /** The end of the time that takes no calls any more where calls are complete up to {@code complete}. */
    public long expired(long complete) {
        if (complete == Long.MAX_VALUE) {
            return complete;
        }
        return complete < Long.MIN_VALUE + allowedMillis ? Long.MIN_VALUE : complete - allowedMillis;
    }

    /** When what ends at {@code end} is over for good. */
    public long after(long end) {
        return end + allowedMillis;
    }
}
