package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void theLineTurnsAndCountsSeconds() {
        assertThat(Waiting.line("waiting", Duration.ZERO)).isEqualTo("| waiting, 0 s");
        assertThat(Waiting.line("waiting", Duration.ofMillis(7_400))).isEqualTo("/ waiting, 7 s");
    }
}
