package io.github.sfcrime.job.time;

/** Which time windows go by. */
public enum TimeSource {
    /** The call's own. */
    EVENT,
    /** When the call's record was appended to Kafka, as San Francisco wall-clock time. */
    KAFKA
}
