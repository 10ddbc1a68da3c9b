package io.github.sfcrime.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sfcrime.benchmarks.Output;
import io.github.sfcrime.benchmarks.workload.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleMistakesTest {

    @Test
    void onlyTheJobIsMeasured() {
        assertThat(Output.of("scale", "--dimension", "types", "--contender", "spark"))
                .isEqualTo(new Output(
                        2, "", List.of("sfcrime bench scale: --contender must be job or job@COMMIT: spark")));
    }

    @Test
    void memoryHasNoOtherJobAndNoOtherStateBackend() {
        assertThat(Output.of("scale", "--dimension", "memory", "--state-backend", "forst"))
                .isEqualTo(new Output(
                        2,
                        "",
                        List.of(
                                "sfcrime bench scale: memory is measured of job on hashmap, with no other --contender or"
                                        + " --state-backend")));
    }

    @Test
    void windowsThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Windows.named("weekly"))
                .withMessage("windows are written as PT1H, P7D/PT10M or P1D+PT10M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Windows.named("P7D/PT11M"))
                .withMessage("a window must be so many steps long: P7D/PT11M");
    }
}
