package io.github.sfcrime.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aRequiredPortThatIsTakenIsAFailureThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int number = taken.getLocalPort();

            assertThatThrownBy(() -> Port.exactly(number).choose("the Kafka broker"))
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("cannot start the Kafka broker on port " + number + ": the port is taken: stop what"
                            + " listens there or choose another port (0 for any free one)");
        }
    }

    @Test
    void aPreferredPortThatIsTakenGivesWayToAFreeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int chosen = Port.preferably(taken.getLocalPort()).choose("the Kafka broker");

            assertThat(chosen).isNotEqualTo(taken.getLocalPort());
            assertThat(Port.exactly(chosen).isFree()).isTrue();
        }
    }

    @Test
    void aPortThatIsFreeIsTakenAsAsked() {
        int free = Port.any().choose("a test");

        assertThat(Port.exactly(free).choose("a test")).isEqualTo(free);
        assertThat(Port.preferably(free).choose("a test")).isEqualTo(free);
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Port.exactly(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a port must be between 0 and 65535: 70000");
    }
}
