package io.github.sfcrime.job.outcomes;

/**
 * What becomes of an input record: in = counted + late + dead letter + duplicate + from the future + filtered, for queries
 * about windows; for the totals, which know no late calls, totalled stands for the first two.
 */
public enum Outcome {
    IN("callsIn"),
    COUNTED("callsCounted"),
    LATE("callsLate"),
    DEAD_LETTER("callsDeadLetter"),
    DUPLICATE("callsDuplicate"),
    FROM_FUTURE("callsFromFuture"),
    FILTERED("callsFiltered"),
    TOTALLED("callsTotalled"),
    /** Among the counted: calls that came too late for some of their windows. */
    PARTLY_LATE("callsPartlyLate");

    private final String metric;

    Outcome(String metric) {
        this.metric = metric;
    }

    /** Name of its gauge, and of its accumulator. */
    public String metric() {
        return metric;
    }
}
