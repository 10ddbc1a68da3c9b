package io.github.sfcrime.job.time;

import java.io.Serializable;
import java.time.Duration;

/** How long a window that has been emitted still takes calls. */
public final class Lateness implements Serializable {

    private final long allowedMillis;

    public Lateness(Duration allowed) {
        allowedMillis = allowed.toMillis();
    }

    /** The watermark up to which windows take no calls any more. */
    public long expired(long watermark) {
        boolean isNone = watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE;
        return isNone ? watermark : Math.max(watermark - allowedMillis, Long.MIN_VALUE + 1);
    }

    /** When what ends at {@code end} is over for good. */
    public long after(long end) {
        return end + allowedMillis;
    }
}
