package io.github.sfcrime.job.calls;

/** A call for service beside the record that it came in. */
public class CallRecord extends Call {

    /** Up to when the calls before it in its partition have been read, as {@link #callDateTime} is told. */
    public long watermark = Long.MIN_VALUE;

    public SourceRecord source = new SourceRecord();
}
