package io.github.sfcrime.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCutTest {

    private static final int CUT_MILLIS = 1_000;

    @TempDir
    Path folder;

    @Test
    void whatIsSentArrivesOnceTheCutIsOver() throws Exception {
        assumeTrue(NetworkCut.isPossible(), "there is no iptables, or it may not be used");
        try (Child child = Child.start(folder.resolve("unused"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), child.port())) {
            assertThat(answer(socket, 'a')).isEqualTo('a');

            try (NetworkCut cut = NetworkCut.of(child.handle())) {
                socket.setSoTimeout(CUT_MILLIS);
                assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> answer(socket, 'b'));
                cut.last(1);
            }

            socket.setSoTimeout(0);
            assertThat(socket.getInputStream().read()).isEqualTo('b');
        }
        assertThat(Programs.run("iptables", "-w", "-S")).doesNotContain("sfcrime-");
    }

    private static int answer(Socket socket, char letter) throws Exception {
        socket.getOutputStream().write(String.valueOf(letter).getBytes(UTF_8));
        return socket.getInputStream().read();
    }
}
