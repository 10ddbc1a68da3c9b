package io.github.sfcrime.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The steps of a long test, whose log says how long each of them took. */
final class Steps {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final int LONGEST_NAME = 200;

    private Steps() {}

    /** Says that a step, which began then, is done. */
    static void done(String name, Instant begun) {
        double seconds = Duration.between(begun, Instant.now()).toMillis() / MILLIS_PER_SECOND;
        String line = name.replaceAll("\\s+", " ");
        System.out.printf(
                Locale.ROOT, "%6.1f s  %s%n", seconds, line.substring(0, Math.min(LONGEST_NAME, line.length())));
    }
}
