package io.github.sfcrime.local.chaos.fault;

import java.util.Locale;

/** How a fault must end. */
public enum Outcome {
    /** Every call is counted once, as if nothing had happened. */
    EXACT,
    /** The job ends, and says what is lost. */
    LOUD_STOP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
