package io.github.sfcrime.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void aRateAtTheLimitPasses() {
        assertThat(Verdict.of("dense", result("job", 190), result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(
                        true,
                        "dense: passed: 0.95 of the rate of job@HEAD in the fastest run (190 records/s to 200); the"
                                + " limit is 0.95; in the median 0.95 of its rate (190 to 200) and 1.00 of its CPU time"
                                + " per call"));
    }

    @Test
    void aRateBelowTheLimitFails() {
        assertThat(Verdict.of("dense", result("job", 100), result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(
                        false,
                        "dense: FAILED: 0.50 of the rate of job@HEAD in the fastest run (100 records/s to 200); the"
                                + " limit is 0.95; in the median 0.50 of its rate (100 to 200) and 1.00 of its CPU time"
                                + " per call"));
    }

    @Test
    void runsThatSomethingSlowedDownDecideNothing() {
        ContenderResult disturbed = ContenderResult.of(List.of(run("job", 80), run("job", 90), run("job", 210)));

        assertThat(Verdict.of("dense", disturbed, result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(
                        true,
                        "dense: passed: 1.05 of the rate of job@HEAD in the fastest run (210 records/s to 200); the"
                                + " limit is 0.95; in the median 0.45 of its rate (90 to 200) and 1.00 of its CPU time"
                                + " per call"));
    }

    @Test
    void wrongRowsFailWhateverTheRate() {
        assertThat(Verdict.of("dense", result("job", 300, "1 row too many"), result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(false, "dense: FAILED: the rows of job are not the oracle's: 1 row too many"));
    }

    private static ContenderResult result(String name, double rate, String... differences) {
        return ContenderResult.of(List.of(run(name, rate, differences)));
    }

    private static RunResult run(String name, double rate, String... differences) {
        return new RunResult(name, 1, 1, 1_000, 7, List.of(differences), rate, 2, 10, 30, 20, List.of());
    }
}
