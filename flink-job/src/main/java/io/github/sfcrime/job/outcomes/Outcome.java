package io.github.sfcrime.job.outcomes;

/**
 * The outcome of an input record: in = counted + late + dead letter + duplicate + from the future + filtered, for
 * queries with windows; for totals, which have no late calls, in = totalled + dead letter + and so on.
 */
public enum Outcome {
    IN("callsIn"),
    COUNTED("callsCounted"),
    LATE("callsLate"),
    DEAD_LETTER("callsDeadLetter"),
    DUPLICATE("callsDuplicate"),
    /** Records of calls that another record of the same call stands for. */
    SUPERSEDED("callsSuperseded"),
    FROM_FUTURE("callsFromFuture"),
    FILTERED("callsFiltered"),
    TOTALLED("callsTotalled"),
    /** Among the counted: calls that were late for some of their windows. */
    PARTLY_LATE("callsPartlyLate"),
    /** Of the counted calls of response times: legs whose stage the call never came to. */
    LEG_MISSING("legsMissing"),
    /** Legs that end before the call was received. */
    LEG_NEGATIVE("legsNegative"),
    /** Legs that are too long to be right. */
    LEG_TOO_LONG("legsTooLong");

    private final String metric;

    Outcome(String metric) {
        this.metric = metric;
    }

    /** The name of its gauge and of its accumulator. */
    public String metric() {
        return metric;
    }
}
