package io.github.sfcrime.local.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OracleTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2018, 10, 2, 10, 0);
    private static final int PARTITIONS = 4;
    private static final int LATE = 100_000;

    private final Oracle oracle = new Oracle(Duration.ofMinutes(2));

    /** It took minutes. */
    @Test
    @Timeout(30)
    void anExpectationOfManyLateCallsTakesNoTime() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            oracle.call(new Place(partition, 0), new CountedCall(TEN, "Fight", "HAN"));
            for (int offset = 1; offset <= LATE; offset++) {
                oracle.call(new Place(partition, offset), new CountedCall(TEN.minusDays(1), "Fight", "HAN"));
            }
        }

        assertThat(oracle.expectation().late()).hasSize(PARTITIONS * LATE);
    }
}
