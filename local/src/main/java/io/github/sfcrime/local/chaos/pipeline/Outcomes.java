package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.Expectation;
import java.util.Locale;

/**
 * What has become of records.
 *
 * @param in how many records there were
 * @param counted how many of them are in windows
 * @param late how many came too late
 * @param deadLetter how many are no calls
 * @param fromFuture how many are calls of a time that had not come
 */
record Outcomes(long in, long counted, long late, long deadLetter, long fromFuture) {

    /** As they must be. */
    static Outcomes of(Expectation expected) {
        return new Outcomes(
                expected.records(),
                expected.counted(),
                expected.late().size(),
                expected.deadLetters(),
                expected.fromFuture());
    }

    boolean addUp() {
        return in == counted + late + deadLetter + fromFuture;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d in = %,d counted + %,d late + %,d dead letter + %,d from the future",
                in,
                counted,
                late,
                deadLetter,
                fromFuture);
    }
}
