package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void eachRecordHasOne() {
        assertThat(new Outcomes(10, 4, 3, 2, 1).addUp()).isTrue();
        assertThat(new Outcomes(10, 4, 3, 2, 0).addUp()).isFalse();
        assertThat(new Outcomes(1_000, 4, 3, 2, 1))
                .hasToString("1,000 in = 4 counted + 3 late + 2 dead letter + 1 from the future");
    }
}
