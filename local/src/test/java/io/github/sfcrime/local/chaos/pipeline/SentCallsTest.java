package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SentCallsTest {

    private static final Set<Integer> BOTH = Set.of(0, 1);

    private final SentCalls calls = new SentCalls();

    SentCallsTest() {
        for (long id = 100; id < 106; id++) {
            calls.sends(id);
        }
    }

    @Test
    void aBeginningOfTheFileInOrderIsRight() {
        calls.read(0, 100);
        calls.read(1, 101);
        calls.read(1, 102);

        assertThat(calls.differencesAtEnd()).isEmpty();
        assertThat(calls.read()).isEqualTo(3);
    }

    @Test
    void aCallThatIsThereTwiceIsTold() {
        calls.read(0, 100);
        calls.read(1, 100);

        assertThat(calls.differences(BOTH)).containsExactly("call is in the topic twice: 100");
    }

    @Test
    void aCallThatIsMissingIsToldOnceEachPartitionHasLaterOnes() {
        calls.read(0, 100);
        calls.read(0, 102);
        assertThat(calls.differences(BOTH)).isEmpty();

        calls.read(1, 103);
        assertThat(calls.differences(BOTH))
                .containsExactly("1 calls are missing in the topic, the first is number 1 of the file");
    }

    @Test
    void aCallOfNobodyAndOneOutOfOrderAreTold() {
        calls.read(0, 101);
        calls.read(0, 100);
        calls.read(1, 7);

        assertThat(calls.differencesAtEnd())
                .containsExactly("call is out of order in partition 0: 100", "call that nobody sent: 7");
    }
}
