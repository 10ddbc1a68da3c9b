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
                        "dense: passed: 0.95 of the rate of job@HEAD (190 records/s to 200), 1.00 of its CPU time per"
                                + " call; the limit is 0.95"));
    }

    @Test
    void aRateBelowTheLimitFails() {
        assertThat(Verdict.of("dense", result("job", 100), result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(
                        false,
                        "dense: FAILED: 0.50 of the rate of job@HEAD (100 records/s to 200), 1.00 of its CPU time per"
                                + " call; the limit is 0.95"));
    }

    @Test
    void wrongRowsFailWhateverTheRate() {
        assertThat(Verdict.of("dense", result("job", 300, "1 row too many"), result("job@HEAD", 200), 0.95))
                .isEqualTo(new Verdict(false, "dense: FAILED: the rows of job are not the oracle's: 1 row too many"));
    }

    private static ContenderResult result(String name, double rate, String... differences) {
        return ContenderResult.of(
                List.of(new RunResult(name, 1, 1, 1_000, 7, List.of(differences), rate, 2, 10, 30, 20, List.of())));
    }
}
