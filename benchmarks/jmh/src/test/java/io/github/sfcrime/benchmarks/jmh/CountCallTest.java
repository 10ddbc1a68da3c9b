package io.github.sfcrime.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs each benchmark once over all calls. */
@Tag("full")
class CountCallTest {

    @Test
    void bothWaysFindTheSameGroups() {
        CountCall benchmark = new CountCall();
        benchmark.makeCalls();
        int inTable = 0;
        int inMap = 0;
        for (int call = 0; call < 1 << 15; call++) {
            inTable = benchmark.inTheJobsTable();
        }
        for (int call = 0; call < 1 << 15; call++) {
            inMap = benchmark.inAHashMap();
        }

        assertThat(inTable).isEqualTo(inMap).isGreaterThan(1_000);
    }
}
