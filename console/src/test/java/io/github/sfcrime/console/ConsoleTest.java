package io.github.sfcrime.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line answers, and with which exit code. */
class ConsoleTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void aMistakeIsOneLineAndExitCodeTwo() {
        assertMistake("sfcrime: Missing required subcommand (see sfcrime --help)");
        assertMistake("sfcrime tail: Missing required parameter: 'TOPIC' (see sfcrime tail --help)", "tail");
        assertMistake(
                "sfcrime tail: Unknown option: '--folow', did you mean --follow or --format? (see sfcrime tail --help)",
                "tail",
                "t",
                "--folow");
        assertMistake(
                "sfcrime tail: Invalid value for option '--format': expected one of [json, csv, table] (case-insensitive) but"
                        + " was 'xml' (see sfcrime tail --help)",
                "tail",
                "t",
                "--format",
                "xml");
        assertMistake(
                "sfcrime tail: Error: --last=N, --from=START are mutually exclusive (specify only one) (see sfcrime tail"
                        + " --help)",
                "tail",
                "t",
                "-n1",
                "--from=2");
        assertMistake(
                "sfcrime tail: --schema-registry: a schema registry is named by a URL such as"
                        + " http://localhost:8081, without user and password, which belong in the file of"
                        + " --schema-registry-config as basic.auth.user.info",
                "tail",
                "t",
                "--schema-registry",
                "user:secret@localhost");
        assertMistake(
                "sfcrime tail: -n must be between 0 and 1000000, and --from for more: -1 (see sfcrime tail --help)",
                "tail",
                "t",
                "-n",
                "-1");
    }

    @Test
    void settingsThatKafkaRefusesAreTheUsersMistake() {
        assertMistake(
                "sfcrime tail: a Kafka setting is not accepted: Invalid url in bootstrap.servers: nowhere",
                "tail",
                "t",
                "-b",
                "nowhere");
        assertMistake(
                "sfcrime tail: cannot read --kafka-config " + directory.resolve("none") + ": there is no such file",
                "tail",
                "t",
                "--kafka-config",
                directory.resolve("none").toString());
    }

    @Test
    void aSettingOnTheCommandLineGoesOverThatInTheFile() throws IOException {
        Path file = Files.writeString(
                directory.resolve("client.properties"), "bootstrap.servers=file\nfetch.min.bytes=many\n");
        assertMistake(
                "sfcrime tail: a Kafka setting is not accepted: Invalid url in bootstrap.servers: file",
                "tail",
                "t",
                "--kafka-config=" + file,
                "-Xfetch.min.bytes=1");
        assertMistake(
                "sfcrime tail: a Kafka setting is not accepted: Invalid url in bootstrap.servers: option",
                "tail",
                "t",
                "--kafka-config=" + file,
                "-Xfetch.min.bytes=1",
                "-b=option");
    }

    @Test
    void aBrokerThatIsDownIsOneLineAndExitCodeOne() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        int code = execute("tail", "t", "-b", "127.0.0.1:" + port, "-X", "default.api.timeout.ms=100");
        assertThat(err.toString().strip())
                .isEqualTo("sfcrime tail: no Kafka broker answers at 127.0.0.1:" + port
                        + ": is it running, and is that its address (-b) and security protocol?");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(execute("tail", "--help")).isZero();
        assertThat(execute("--version")).isZero();
        assertThat(out.toString())
                .startsWith("Prints the records of a topic in readable form.")
                .containsPattern("\nsfcrime \\d+\\.\\d+\\.\\d+.*\n$");
    }

    private void assertMistake(String message, String... arguments) {
        err.getBuffer().setLength(0);
        int code = execute(arguments);
        assertThat(err.toString().strip()).isEqualTo(message);
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int execute(String... arguments) {
        return new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
