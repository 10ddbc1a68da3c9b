package io.github.sfcrime.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Latencies as they come in, in all and second by second; what was to be sent during the warm-up is left out. */
final class Latencies {

    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;

    private final Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram second = new Histogram(LONGEST_MICROS, DIGITS);
    private final List<LatencySample> samples = new ArrayList<>();
    private final long from;
    private long secondEnds;

    /** From the first call on that is to be sent at {@code from} or later, as {@link System#nanoTime} tells. */
    Latencies(long from) {
        this.from = from;
        secondEnds = from + 1_000_000_000L;
    }

    /** A call that was to be sent at {@code intended} is counted by a total that could be read {@code now}. */
    void add(long intended, long now) {
        if (intended < from) {
            return;
        }
        while (now >= secondEnds) {
            endSecond();
        }
        long micros = Math.min(LONGEST_MICROS, Math.max(0, (now - intended) / 1_000));
        all.recordValue(micros);
        second.recordValue(micros);
    }

    private void endSecond() {
        samples.add(LatencySample.of(samples.size() + 1, second));
        second.reset();
        secondEnds += 1_000_000_000L;
    }

    Histogram all() {
        return all;
    }

    List<LatencySample> samples() {
        return List.copyOf(samples);
    }
}
