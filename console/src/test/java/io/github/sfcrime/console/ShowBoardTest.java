package io.github.sfcrime.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code board} answers where it cannot serve. */
class ShowBoardTest {

    private final StringWriter err = new StringWriter();

    @Test
    void mistakesAreOneLineAndExitCodeTwo() {
        assertThat(run("board", "--windows", "0")).isEqualTo(2);
        assertThat(run("board", "--port", "65536")).isEqualTo(2);
        assertThat(run("board", "-b", "nowhere")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "sfcrime board: --windows must be positive: 0 (see sfcrime board --help)",
                        "sfcrime board: --port must be between 0 and 65535: 65536 (see sfcrime board --help)",
                        "sfcrime board: a Kafka setting is not accepted: Invalid url in bootstrap.servers: nowhere");
    }

    @Test
    void aPortThatIsTakenIsOneLineAndExitCodeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(run("board", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("sfcrime board: cannot serve the board on port " + taken.getLocalPort() + ": ")
                    .endsWith(": choose another with --port\n");
        }
    }

    private int run(String... arguments) {
        return new Sfcrime(new StringWriter(), Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
