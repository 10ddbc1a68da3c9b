package io.github.sfcrime.loader;

/** Times two consecutive steps. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private long split = -1;
    private long end = -1;

    /** Ends the first step. */
    void split() {
        split = System.nanoTime();
    }

    /** Ends the current step; a second call changes nothing. */
    void stop() {
        if (end < 0) {
            end = System.nanoTime();
        }
        if (split < 0) {
            split = end;
        }
    }

    double firstSeconds() {
        return (split - start) / 1e9;
    }

    double secondSeconds() {
        return (end - split) / 1e9;
    }
}
