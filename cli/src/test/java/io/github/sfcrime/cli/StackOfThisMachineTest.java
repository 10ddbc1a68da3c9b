package io.github.sfcrime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which Kafka and which Flink a command talks to that was not told. */
class StackOfThisMachineTest {

    @TempDir
    private Path directory;

    @Test
    void aStackThatIsAskedForIsWhereItIs() {
        up(directory);

        assertThat(brokers(Map.of(), "--dir", directory.toString()))
                .isEqualTo("localhost:23456 (the stack in " + directory + ")");
        assertThat(brokers(Map.of("SFCRIME_DIR", directory.toString())))
                .isEqualTo("localhost:23456 (the stack in " + directory + ")");
        assertThat(new StackOfThisMachine(directory, null, null).flink("http://localhost:8081"))
                .isEqualTo(
                        new StackOfThisMachine.Address("http://localhost:28081", " (the stack in " + directory + ")"));
    }

    @Test
    void whoeverListensOnTheUsualPortIsNotTakenForAStackThatIsAskedForAndNotUp() {
        assertThatThrownBy(() -> brokers(Map.of(), "--dir", directory.toString()))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("no stack is up in " + directory + " (--dir): start it with sfcrime up --dir " + directory
                        + ", or name another");
        assertThatThrownBy(() -> brokers(Map.of("SFCRIME_DIR", directory.toString())))
                .isInstanceOf(UserErrorException.class)
                .hasMessage(
                        "no stack is up in " + directory + " (SFCRIME_DIR): start it with sfcrime up, or name another");
    }

    @Test
    void whatIsNearerToTheCommandWins() {
        up(directory);
        Map<String, String> variables = Map.of("SFCRIME_DIR", "nowhere", "SFCRIME_BOOTSTRAP_SERVERS", "variable:1");

        assertThat(brokers(variables)).isEqualTo("variable:1 (SFCRIME_BOOTSTRAP_SERVERS)");
        assertThat(brokers(variables, "--dir", directory.toString())).startsWith("localhost:23456");
        assertThat(brokers(variables, "-b", "option:1")).isEqualTo("option:1");
        assertThat(brokers(variables, "-X", "bootstrap.servers=setting:1")).isEqualTo("setting:1");
    }

    @Test
    void withoutAnyTheUsualPortIsMeant() {
        assertThat(brokers(Map.of())).isEqualTo("localhost:9092");
    }

    @Test
    void aStackThatIsDownHasNoAddresses() {
        up(directory);
        new StackAddresses(directory).forget();

        assertThat(new StackAddresses(directory).find(StackAddresses.BROKERS)).isEmpty();
        new StackAddresses(directory).forget();
    }

    private static void up(Path directory) {
        StackAddresses addresses = new StackAddresses(directory);
        addresses.note(StackAddresses.BROKERS, "localhost:23456");
        addresses.note(StackAddresses.FLINK, "http://localhost:28081");
    }

    private static String brokers(Map<String, String> environment, String... arguments) {
        Work work = new Work();
        CommandLine root = new CommandLine(new Sfcrime(new StringWriter(), environment)).addSubcommand(work);
        String[] all = new String[arguments.length + 1];
        all[0] = "work";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        root.parseArgs(all);
        return work.kafka.brokersAndOrigin();
    }

    /** A command that talks to Kafka. */
    @Command(name = "work")
    private static final class Work {

        @Mixin
        private KafkaOptions kafka;
    }
}
