package io.github.sfcrime.local;

import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How many calls a job took in and which way each of them went, as the job itself counts.
 *
 * @param in calls that it read
 * @param counted calls that are in a window's count
 * @param late calls that came after their windows had closed
 * @param deadLetter records that it could not read
 * @param fromFuture calls that were dated too far ahead
 * @param results rows that it wrote
 */
record Doors(long in, long counted, long late, long deadLetter, long fromFuture, long results) {

    /** The doors, each asked for by the name of its metric. */
    static Doors of(ToLongFunction<String> metric) {
        return new Doors(
                metric.applyAsLong("callsIn"),
                metric.applyAsLong("callsCounted"),
                metric.applyAsLong("callsLate"),
                metric.applyAsLong("callsDeadLetter"),
                metric.applyAsLong("callsFromFuture"),
                metric.applyAsLong("resultsOut"));
    }

    boolean addUp() {
        return in == counted + late + deadLetter + fromFuture;
    }

    String describe() {
        String doors = String.format(
                Locale.ROOT,
                "%,d in %s %,d counted + %,d late + %,d dead letter",
                in,
                addUp() ? "=" : "is not",
                counted,
                late,
                deadLetter);
        return fromFuture == 0 ? doors : doors + String.format(Locale.ROOT, " + %,d from the future", fromFuture);
    }
}
