package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence = new Silence();

    @Test
    void recoveryIsTheEndOfTheLongestSilence() {
        for (long millis : new long[] {100, 900, 1_100, 6_000, 6_500}) {
            silence.rowsAt(Duration.ofMillis(millis).toNanos());
        }

        assertThat(silence.endAfter(Duration.ofSeconds(1).toNanos())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aSilenceThatBeginsWithTheFaultCountsFromThere() {
        silence.rowsAt(Duration.ofSeconds(9).toNanos());

        assertThat(silence.endAfter(Duration.ofSeconds(4).toNanos())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void withoutRowsThereIsNoRecovery() {
        assertThat(silence.endAfter(1)).isEqualTo(Duration.ZERO);
    }
}
