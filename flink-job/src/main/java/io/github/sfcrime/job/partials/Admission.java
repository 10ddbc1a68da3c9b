package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallFilter;
import java.io.Serializable;

/**
 * Which records are let in.
 *
 * @param filter the calls that are asked about
 * @param badRecords what becomes of records that can't be counted
 */
public record Admission(CallFilter filter, BadRecords badRecords) implements Serializable {

    /** What becomes of a record that can't be counted. */
    public enum BadRecords {
        /** It goes to the dead letters. */
        DEAD_LETTER,
        /** It fails the job. */
        FAIL
    }
}
