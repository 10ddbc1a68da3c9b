package io.github.sfcrime.local.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Delivery;
import org.junit.jupiter.api.Test;

class FaultKindTest {

    @Test
    void anOutageLosesTransactionsWhereThereAreAny() {
        assertThat(FaultKind.OUTAGE.outcome(Delivery.EXACTLY_ONCE)).isEqualTo(Outcome.LOUD_STOP);
        assertThat(FaultKind.OUTAGE.outcome(Delivery.AT_LEAST_ONCE)).isEqualTo(Outcome.EXACT);
        assertThat(FaultKind.RETENTION.outcome(Delivery.AT_LEAST_ONCE)).isEqualTo(Outcome.LOUD_STOP);
    }
}
