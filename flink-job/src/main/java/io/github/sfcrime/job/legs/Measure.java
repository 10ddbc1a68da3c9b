package io.github.sfcrime.job.legs;

import io.github.sfcrime.job.calls.Leg;

/** The texts that stand, in groups of a priority and district, for what is counted of them. */
@SuppressWarnings("EnumOrdinal") // Places in a table of this process only, asked for with every call.
public final class Measure {

    /** Calls. */
    public static final String CALLS = "calls";

    /** Calls that were responded to within the goal of their priority. */
    public static final String WITHIN_GOAL = "within goal";

    private static final String[][] TIMES = new String[Leg.values().length][TimeBins.NUMBER];

    static {
        for (Leg leg : Leg.values()) {
            for (int bin = 0; bin < TimeBins.NUMBER; bin++) {
                TIMES[leg.ordinal()][bin] = leg.title() + " " + bin;
            }
        }
    }

    private Measure() {}

    /** Calls that took so long to a stage; the time is from 0 to {@link TimeBins#LONGEST}. */
    public static String of(Leg leg, long seconds) {
        return TIMES[leg.ordinal()][TimeBins.of(seconds)];
    }
}
