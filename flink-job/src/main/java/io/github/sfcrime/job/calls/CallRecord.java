package io.github.sfcrime.job.calls;

import org.jspecify.annotations.Nullable;

/**
 * A call for service as far as the job reads it, beside the record that it came in. Readers reuse one instance: whoever
 * keeps it copies it.
 */
public class CallRecord {

    /** Event time of a record that could not be read: it moves no watermark. */
    public static final long NO_EVENT_TIME = Long.MIN_VALUE;

    /** {@code call_date_time}: San Francisco wall-clock time in milliseconds, as if it were UTC. */
    public long callDateTime = NO_EVENT_TIME;

    public String originalCrimeTypeName = "";
    public @Nullable String disposition;

    /** Why the record could not be read; null where it could. */
    public @Nullable String problem;

    public SourceRecord source = new SourceRecord();
}
