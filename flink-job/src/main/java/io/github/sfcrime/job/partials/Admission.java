package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.calls.SourceRecord;
import io.github.sfcrime.job.failures.PermanentFailure;
import java.io.Serializable;

/**
 * Which records are let in.
 *
 * @param filter the calls that are asked about
 * @param badRecords what becomes of records that can't be counted
 * @param unknownSchemas what becomes of those that can't because of the schema that wrote them
 */
public record Admission(CallFilter filter, BadRecords badRecords, BadRecords unknownSchemas) implements Serializable {

    /** What becomes of a record that can't be counted. */
    public enum BadRecords {
        /** It goes to the dead letters. */
        DEAD_LETTER,
        /** It ends the job. */
        FAIL
    }

    /**
     * Lets a record pass that is going to be a dead letter.
     *
     * @throws PermanentFailure if it is to end the job instead
     */
    void requireDeadLetter(SourceRecord record, Problem problem) {
        boolean unknownSchema = problem.kind == Problem.Kind.UNKNOWN_SCHEMA;
        if ((unknownSchema ? unknownSchemas : badRecords) == BadRecords.FAIL) {
            throw new PermanentFailure("cannot count topic %s, partition %d, offset %d: %s; %s goes on without it"
                    .formatted(
                            record.topic,
                            record.partition,
                            record.offset,
                            problem.text,
                            unknownSchema ? "--on-unknown-schema dead-letter" : "--on-bad-record dead-letter"));
        }
    }
}
