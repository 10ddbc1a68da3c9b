package io.github.sfcrime.local.demo;

import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How many records a job took in and what became of them, by the job's own metrics.
 *
 * @param in records that it read
 * @param counted calls that a window counts
 * @param late calls whose windows had all closed
 * @param deadLetter records that it could not read
 * @param fromFuture calls dated further ahead than the future bound
 * @param superseded records of calls that another record of the same call stands for
 * @param results rows that it wrote
 */
public record JobOutcomes(
        long in, long counted, long late, long deadLetter, long fromFuture, long superseded, long results) {

    /** The outcomes that {@code metric} gives by the names of the job's metrics. */
    public static JobOutcomes of(ToLongFunction<String> metric) {
        return new JobOutcomes(
                metric.applyAsLong("callsIn"),
                metric.applyAsLong("callsCounted"),
                metric.applyAsLong("callsLate"),
                metric.applyAsLong("callsDeadLetter"),
                metric.applyAsLong("callsFromFuture"),
                metric.applyAsLong("callsSuperseded"),
                metric.applyAsLong("resultsOut"));
    }

    boolean addUp() {
        return in == counted + late + deadLetter + fromFuture + superseded;
    }

    public String describe() {
        String text = String.format(
                Locale.ROOT,
                "%,d in %s %,d counted + %,d late + %,d dead letter",
                in,
                addUp() ? "=" : "is not",
                counted,
                late,
                deadLetter);
        return text + unlessNone(fromFuture, "from the future") + unlessNone(superseded, "superseded");
    }

    private static String unlessNone(long records, String outcome) {
        return records == 0 ? "" : String.format(Locale.ROOT, " + %,d %s", records, outcome);
    }
}
