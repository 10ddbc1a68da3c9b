package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

    @TempDir
    static Path parent;

    private static Path directory;
    private static Output up;

    @BeforeAll
    static void start() {
        directory = parent.resolve("a stack");
        up = Output.of("up", "--dir", directory.toString(), "--kafka-port", "0", "--rest-port", "0");
    }

    @AfterAll
    static void stop() {
        Output.of("down", "--dir", directory.toString());
    }

    @Test
    void upTellsWhereKafkaAndTheDashboardAre() {
        assertThat(up.exitCode()).isZero();
        assertThat(up.out())
                .containsExactly(
                        "Kafka  " + fact("bootstrap.servers"),
                        "Flink  " + fact("rest.url") + " (dashboard)",
                        "stop it with sfcrime down --dir " + directory);
    }

    @Test
    void statusNamesEveryProcessAndTheClustersSlots() {
        Output status = Output.of("status", "--dir", directory.toString());

        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .map(RunningStackTest::withoutPidAndTime)
                .containsExactly(
                        "broker running " + fact("bootstrap.servers"),
                        "jobmanager running " + fact("rest.url"),
                        "taskmanager-1 running",
                        "Flink " + flinkVersion()
                                + ": 2 of 2 slots free; jobs: 0 running, 0 finished, 0 failed, 0 cancelled");
    }

    @Test
    void upASecondTimeSaysThatItIsUp() {
        Output again = Output.of("up", "--dir", directory.toString());

        assertThat(again.exitCode()).isZero();
        assertThat(again.out().get(0)).isEqualTo("already up in " + place().root());
        assertThat(again.err()).isEmpty();
    }

    @Test
    void upASecondTimeSaysWhichOptionsComeTooLate() {
        Output again = Output.of("up", "--dir", directory.toString(), "--task-managers", "2", "--metrics");

        assertThat(again.exitCode()).isZero();
        assertThat(again.err())
                .containsExactly(
                        "sfcrime up: it stays as it was started; for --task-managers, --metrics run sfcrime down"
                                + " --dir " + directory + " first");
    }

    @Test
    void everyProcessHasALogOfItsOwn() {
        Output logs = Output.of("logs", "--dir", directory.toString(), "-n", "0");

        assertThat(logs)
                .isEqualTo(new Output(
                        0,
                        List.of(
                                "==> broker.log <==",
                                "==> client.log <==",
                                "==> jobmanager.log <==",
                                "==> taskmanager-1.log <=="),
                        List.of()));
    }

    @Test
    void aSecondStackHasItsOwnTopicsAndItsBrokerOutlivesItsCluster() throws Exception {
        Path itsDirectory;
        try (Stack second = Stack.temporary()) {
            itsDirectory = second.directory();
            second.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
            createTopic(second.bootstrapServers());

            second.restartCluster(
                    ClusterSettings.onFreePort().taskManagers(2).with("taskmanager.numberOfTaskSlots", "3"));

            assertThat(second.rest().get("/overview").path("slots-total").asInt())
                    .isEqualTo(6);
            assertThat(second.flink(List.of("list")).output()).contains("No running jobs.");
            assertThat(topics(second.bootstrapServers())).containsExactly(Topic.CRIME_COUNTS.name());
            assertThat(topics(fact("bootstrap.servers"))).isEmpty();
        }
        assertThat(itsDirectory).doesNotExist();
        assertThat(new Processes(StackDirectory.at(itsDirectory)).running()).isEmpty();
    }

    private static void createTopic(String bootstrapServers) throws InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            Topics.createIfMissing(admin, Topic.CRIME_COUNTS, 3);
        }
    }

    private static Set<String> topics(String bootstrapServers) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private static String withoutPidAndTime(String line) {
        return line.replaceAll("pid \\d+\\s+since [-0-9]+ [:0-9]+", "")
                .replaceAll(" +", " ")
                .strip();
    }

    private static String flinkVersion() {
        return new FlinkRest(URI.create(fact("rest.url")))
                .get("/overview")
                .path("flink-version")
                .asText();
    }

    private static String fact(String key) {
        return place().addresses().find(key).orElseThrow();
    }

    private static StackDirectory place() {
        return StackDirectory.at(directory);
    }
}
