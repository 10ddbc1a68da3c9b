package io.github.sfcrime.benchmarks.latency;

import org.HdrHistogram.Histogram;

/**
 * Latencies of one second of a run.
 *
 * @param second which, from 1, after the warm-up
 * @param calls how many calls became readable in it
 * @param p50Millis half of them within that
 * @param p99Millis 99 of 100 within that
 * @param maxMillis all within that
 */
record LatencySample(int second, long calls, double p50Millis, double p99Millis, double maxMillis) {

    static LatencySample of(int second, Histogram micros) {
        return new LatencySample(
                second,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
