package io.github.sfcrime.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContenderResultTest {

    @Test
    void runsAreSummedUpByTheirMedianAndTheirSpread() {
        assertThat(ContenderResult.of(List.of(run(300, 30), run(100, 10), run(200, 11))))
                .isEqualTo(new ContenderResult("job", true, List.of(), 1_000, 100L, 200L, 300L, 2.0, 50L, 10, 7L, 3));
    }

    @Test
    void aContenderWithOneWrongRowInOneRunGetsNoRate() {
        assertThat(ContenderResult.of(List.of(run(300, 30), run(100, 10, "1 row too many"))))
                .isEqualTo(new ContenderResult(
                        "job", false, List.of("1 row too many"), 1_000, null, null, null, null, null, 10, 7L, 2));
    }

    private static RunResult run(double rate, double steadySeconds, String... differences) {
        return new RunResult("job", 1, 1, 1_000, 7, List.of(differences), rate, 2, 10, steadySeconds, 20, List.of());
    }
}
