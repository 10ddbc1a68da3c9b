package io.github.sfcrime.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.benchmarks.Output;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds the job of the last commit and runs both once, small; what passes is in {@link VerdictTest}. */
class GuardIT {

    @Test
    @Tag("full")
    void theRateIsJudgedBesideTheJobOfACommit() {
        Output tooSlow = guard("HEAD", "100");

        assertThat(tooSlow.exitCode()).isEqualTo(1);
        assertThat(tooSlow.out()).matches("dense: FAILED: .* of the rate of job@HEAD .*\n");
    }

    @Test
    void aCommitThatIsNotThereIsOneLine() {
        Output output = guard("no-such-commit", "0.95");

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .singleElement()
                .asString()
                .startsWith("sfcrime bench guard: there is no commit no-such-commit in ");
    }

    private static Output guard(String commit, String atLeast) {
        return Output.of("guard", commit, "--records", "20000", "--repetitions", "1", "--at-least", atLeast);
    }
}
