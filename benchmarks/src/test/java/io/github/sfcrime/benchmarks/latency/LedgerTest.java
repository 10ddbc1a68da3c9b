package io.github.sfcrime.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.benchmarks.workload.Group;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Group PASSING = new Group(0, "Passing Call", "HAN");
    private static final Group STOP = new Group(0, "Traffic Stop", "");

    private final Ledger ledger = new Ledger();
    private final List<Long> counted = new ArrayList<>();

    @Test
    void aTotalCountsTheCallsOfItsGroupThatNoEarlierOneCounted() {
        ledger.sent(PASSING, 1);
        ledger.sent(STOP, 2);
        ledger.sent(PASSING, 3);
        ledger.sent(PASSING, 4);

        ledger.read(PASSING, 1, counted::add);
        ledger.read(PASSING, 3, counted::add);

        assertThat(counted).containsExactly(1L, 3L, 4L);
        assertThat(ledger.unread()).isEqualTo(1);
    }

    @Test
    void aTotalThatIsReadAgainTellsNothingNew() {
        ledger.sent(PASSING, 1);
        ledger.sent(PASSING, 2);

        ledger.read(PASSING, 2, counted::add);
        ledger.read(PASSING, 1, counted::add);
        ledger.read(PASSING, 2, counted::add);

        assertThat(counted).containsExactly(1L, 2L);
    }

    @Test
    void aTotalOfMoreCallsThanWereSentIsWrong() {
        ledger.sent(PASSING, 1);

        assertThatThrownBy(() -> ledger.read(PASSING, 2, counted::add))
                .hasMessage("a total of 2 calls where 1 were sent: 1970-01-01T00:00 Passing Call, HAN");
    }
}
