package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The containers' own commands, as processes of this machine against the local stack. */
class ContainerCommandsTest {

    @TempDir
    static Path directory;

    private static Stack stack;
    private static ContainerPrograms programs;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.in(directory.resolve("stack")).withMetrics();
        stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
        programs = ContainerPrograms.in(directory, directory.resolve("stack"));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void theWayFromAnEmptyBrokerToARunningJob() throws Exception {
        List<String> topics = here(Compose.service("topics").path("command"));
        assertThat(programs.run(topics, Map.of()).output()).endsWith("Created topic crime_data.\n");
        assertThat(programs.run(topics, Map.of()).exitCode())
                .as("a second time")
                .isZero();
        assertThat(descriptionOfTopic()).contains("PartitionCount: 4", "message.timestamp.type=LogAppendTime");

        Program loader = load(madeUpCalls());
        assertThat(loader.exitCode()).as(loader.output()).isZero();
        assertThat(loader.output()).contains("read 1,000, sent 1,000, rejected 0");

        Program submitted = submit();
        assertThat(submitted.exitCode()).as(submitted.output()).isZero();
        String job = submitted.output().replaceFirst("(?s).*JobID ([0-9a-f]{32}).*", "$1");
        await("the job has read all calls")
                .atMost(Duration.ofMinutes(5))
                .until(() -> stack.rest().metric(job, "callsIn") == 1_000);
        assertThat(submit().output()).contains("a job is running already");
    }

    @Test
    void theBrokersHealthIsWhatItSays() throws Exception {
        int broker = Integer.parseInt(stack.bootstrapServers().replaceFirst(".*:", ""));

        assertThat(healthOf("kafka", 9092, broker)).isZero();
        assertThat(healthOf("kafka", 9092, unused())).isNotZero();
    }

    @Test
    void flinksHealthIsWhatItSays() throws Exception {
        int rest = stack.rest().url().getPort();
        assertThat(healthOf("jobmanager", 8081, rest)).isZero();
        assertThat(healthOf("jobmanager", 8081, unused())).isNotZero();
        int metrics = Scraped.port(directory.resolve("stack"), "taskmanager-1");
        assertThat(healthOf("taskmanager", 9249, metrics)).isZero();
        assertThat(healthOf("taskmanager", 9249, rest)).isNotZero();
    }

    private static String descriptionOfTopic() throws Exception {
        return programs.run(
                        List.of(
                                "kafka-topics.sh",
                                "--bootstrap-server",
                                stack.bootstrapServers(),
                                "--describe",
                                "--topic",
                                "crime_data"),
                        Map.of())
                .output();
    }

    private static Path madeUpCalls() throws Exception {
        Path calls = directory.resolve("calls.jsonl");
        Program generator =
                Program.run(CountingStack.loader(List.of("generate", "-n", "1000", "-o", calls.toString())));
        assertThat(generator.exitCode()).as(generator.output()).isZero();
        return calls;
    }

    private static Program load(Path calls) throws Exception {
        String loader = Folder.file("docker/loader/load").toString();
        return programs.run(
                List.of(loader, "-t", "crime_data", "-b", stack.bootstrapServers(), calls.toString()), Map.of());
    }

    private static Program submit() throws Exception {
        return programs.run(
                List.of(Folder.file("docker/flink/submit").toString(), "--window", "PT1H"),
                Map.of(
                        "JOB_JAR", Checkout.find().jobJar().toString(),
                        "JOB_MANAGER", stack.rest().url().toString().replace("http://", ""),
                        "BOOTSTRAP_SERVERS", stack.bootstrapServers(),
                        "SCHEMA_REGISTRY_URL", ""));
    }

    private static int healthOf(String service, int itsPort, int port) throws Exception {
        List<String> command = Compose.texts(
                        Compose.service(service).path("healthcheck").path("test"))
                .skip(1)
                .map(word -> word.replace("/localhost/" + itsPort, "/localhost/" + port))
                .toList();
        return programs.run(command, Map.of()).exitCode();
    }

    /** A container's command as it is run here. */
    private static List<String> here(JsonNode command) {
        return Compose.texts(command)
                .map(word -> word.replace("/opt/kafka/bin/", "").replace("kafka:9092", stack.bootstrapServers()))
                .toList();
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
