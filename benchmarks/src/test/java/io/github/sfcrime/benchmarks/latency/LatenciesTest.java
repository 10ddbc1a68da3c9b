package io.github.sfcrime.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void theWarmUpIsLeftOutAndEverySecondIsTold() {
        Latencies latencies = new Latencies(1_000 * MILLI);

        latencies.add(999 * MILLI, 5_000 * MILLI);
        latencies.add(1_000 * MILLI, 1_010 * MILLI);
        latencies.add(1_500 * MILLI, 1_520 * MILLI);
        latencies.add(2_100 * MILLI, 2_130 * MILLI);

        assertThat(latencies.all().getTotalCount()).isEqualTo(3);
        assertThat(latencies.samples()).containsExactly(new LatencySample(1, 2, 10.007, 20.015, 20.015));
    }

    @Test
    void aStallCountsForEveryCallThatItDelays() {
        Latencies latencies = new Latencies(0);
        for (long sent = 0; sent < 1_000; sent++) {
            latencies.add(sent * MILLI, 1_000 * MILLI);
        }

        assertThat(latencies.all().getValueAtPercentile(50) / 1_000).isBetween(499L, 502L);
    }
}
