package io.github.sfcrime.benchmarks.latency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What one run came to, in milliseconds.
 *
 * @param contender who counted
 * @param settings how it was measured
 * @param calls how many latencies were measured
 * @param meanMillis mean
 * @param percentiles latency by percentile, from 50 to 100, which is the maximum
 * @param checkpointP99Millis how long 99 of 100 checkpoints took at most, end to end; 0 where there was none
 * @param unread how many calls no result counted in time, which must be 0
 * @param samples second by second
 */
record LatencyResult(
        String contender,
        @JsonUnwrapped LatencySettings settings,
        long calls,
        double meanMillis,
        TreeMap<Double, Double> percentiles,
        double checkpointP99Millis,
        long unread,
        List<LatencySample> samples) {

    private static final double[] PERCENTILES = {1, 5, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 99.999, 100
    };

    static LatencyResult of(
            String contender, LatencySettings settings, Latencies latencies, JsonNode checkpoints, long unread) {
        Histogram micros = latencies.all();
        TreeMap<Double, Double> percentiles = new TreeMap<>();
        for (double percentile : PERCENTILES) {
            percentiles.put(percentile, micros.getValueAtPercentile(percentile) / 1e3);
        }
        return new LatencyResult(
                contender,
                settings,
                micros.getTotalCount(),
                micros.getMean() / 1e3,
                percentiles,
                checkpoints
                        .path("summary")
                        .path("end_to_end_duration")
                        .path("p99")
                        .asDouble(),
                unread,
                latencies.samples());
    }

    /** The figures alone. */
    LatencyResult withoutSamples() {
        return new LatencyResult(
                contender, settings, calls, meanMillis, percentiles, checkpointP99Millis, unread, List.of());
    }
}
