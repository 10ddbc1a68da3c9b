package io.github.sfcrime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class KafkaOptionsTest {

    @TempDir
    private Path directory;

    @Test
    void theMoreSpecificSettingWins() throws IOException {
        Path file = directory.resolve("client.properties");
        Files.writeString(file, "bootstrap.servers=file:1\nacks=1\nlinger.ms=7\n");

        assertThat(settings()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
        assertThat(settings("--kafka-config", file.toString()))
                .isEqualTo(Map.of("bootstrap.servers", "file:1", "acks", "1", "linger.ms", "7"));
        assertThat(settings("--kafka-config", file.toString(), "-X", "bootstrap.servers=x:1", "-Xacks=all"))
                .isEqualTo(Map.of("bootstrap.servers", "x:1", "acks", "all", "linger.ms", "7"));
        assertThat(settings("-b", "b:1", "-X", "bootstrap.servers=x:1")).isEqualTo(Map.of("bootstrap.servers", "b:1"));
    }

    @Test
    void aSettingIsTakenAsItIsAndOneThatIsNoneIsNotShown() {
        assertThat(settings("-b", "b:1", "-X", "sasl.jaas.config=Login password=\"a b\\"))
                .containsEntry("sasl.jaas.config", "Login password=\"a b\\");
        assertThatThrownBy(() -> settings("-X", "\"secret"))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("-X must be KEY=VALUE, as linger.ms=5");
    }

    @Test
    void aFileThatCannotBeReadIsAMistake() throws IOException {
        Path missing = directory.resolve("missing");
        Path binary = Files.write(directory.resolve("binary"), "é=1".getBytes(StandardCharsets.ISO_8859_1));
        Path malformed = Files.writeString(directory.resolve("malformed"), "a=\\u00");

        assertRefused(missing, "there is no such file");
        assertRefused(directory, "Is a directory");
        assertRefused(binary, "it is not UTF-8 text");
        assertRefused(malformed, "Malformed \\uxxxx encoding.");
    }

    @Test
    void whatKafkaDoesNotTakeIsToldWithoutValuesThatMayBeSecret() {
        assertRefused(Map.of("bootstrap.servers", "nowhere"), "Invalid url in bootstrap.servers: nowhere");
        assertRefused(
                Map.of("bootstrap.servers", "localhost:1", "retries", "secret"),
                "Invalid value [hidden] for configuration retries: Not a number of type INT");
        String file = directory.resolve("none.p12").toString();
        assertRefused(
                Map.of("bootstrap.servers", "localhost:1", "security.protocol", "SSL", "ssl.truststore.location", file),
                "Failed to load [hidden] keystore " + file + " of type JKS: " + file);
    }

    private static void assertRefused(Map<String, String> settings, String reason) {
        assertThatThrownBy(() -> KafkaClients.admin(settings))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("a Kafka setting is not accepted: " + reason);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> settings("--kafka-config", file.toString()))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot read --kafka-config " + file + ": " + reason);
    }

    private static Map<String, Object> settings(String... arguments) {
        Work work = new Work();
        new CommandLine(work).parseArgs(arguments);
        return work.kafka.settings();
    }

    /** A command that talks to Kafka. */
    @Command(name = "work")
    private static final class Work {

        @Mixin
        private KafkaOptions kafka;
    }
}
