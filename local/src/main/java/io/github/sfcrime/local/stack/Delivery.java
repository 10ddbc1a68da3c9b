package io.github.sfcrime.local.stack;

import java.util.Locale;

/** How the job delivers its rows, named as its setting names it. */
public enum Delivery {
    AT_LEAST_ONCE,
    EXACTLY_ONCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
