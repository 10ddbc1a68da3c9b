package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPagesTest {

    private static final int CALLS = 2_000;
    private static final String OF_OPERATOR = "flink_taskmanager_job_task_operator_";

    @TempDir
    static Path directory;

    private static Output up;

    @BeforeAll
    static void start() throws Exception {
        up = Output.of("up", "--metrics", "--dir", directory.toString(), "--kafka-port", "0", "--rest-port", "0");
        assertThat(up.exitCode()).as(up.err().toString()).isZero();
        ProgramProcess loader = ProgramProcess.loader(
                directory, "generate", "-n", Integer.toString(CALLS), "-b", broker(), "-t", "crime_data");
        assertThat(loader.exitCode()).as(loader.output()).isZero();
        Output job = Output.of(
                "flink",
                "--dir",
                directory.toString(),
                "run",
                "-d",
                "-Dexecution.checkpointing.interval=1s",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                broker());
        assertThat(job.exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        Output.of("down", "--dir", directory.toString());
    }

    @Test
    void upPrintsThePageOfEveryProcessAndWhereItsTargetsAre() {
        assertThat(up.out())
                .map(line -> line.replaceAll(":\\d+", ":PORT"))
                .containsExactly(
                        "Kafka  localhost:PORT",
                        "Flink  http://localhost:PORT (dashboard)",
                        "Metrics  http://localhost:PORT/metrics (broker)",
                        "Metrics  http://localhost:PORT/metrics (jobmanager)",
                        "Metrics  http://localhost:PORT/metrics (taskmanager-1)",
                        "for Prometheus's file_sd_configs: " + targets(),
                        "stop it with sfcrime down --dir " + directory);
    }

    @Test
    void theTaskManagersPageCountsTheCallsAndTheBrokersTellsTheOffsetsThatTheyEndAt() throws Exception {
        await("all calls are on the page").atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            assertThat(page("taskmanager-1").sum(OF_OPERATOR + "sfcrime_callsIn"))
                    .isEqualTo(CALLS);
            assertThat(page("taskmanager-1").sum(OF_OPERATOR + "KafkaSourceReader_topic_partition_currentOffset"))
                    // Each of four partitions is read up to its last offset, which is one less than its end.
                    .isEqualTo(CALLS - 4);
        });
        assertThat(page("broker").samples())
                .filteredOn(line -> line.startsWith("kafka_log_end_offset{") && line.contains("\"crime_data\""))
                .hasSize(4);
    }

    @Test
    void theJobManagersPageTellsOfCheckpoints() {
        await("a checkpoint is on the page")
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(page("jobmanager").sum("flink_jobmanager_job_numberOfCompletedCheckpoints"))
                                .isPositive());
    }

    @Test
    void noPageIsShownToOtherMachines() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress other : others) {
            assertThat(ports().filter(port -> accepts(other, port))).isEmpty();
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static Stream<Integer> ports() {
        return up.out().stream()
                .filter(line -> line.startsWith("Metrics"))
                .map(line -> Integer.valueOf(line.replaceAll(".*:(\\d+)/.*", "$1")));
    }

    private static MetricsPage page(String process) throws Exception {
        return MetricsPage.all(targets()).stream()
                .filter(page -> page.process().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static Path targets() {
        return StackDirectory.at(directory).configuration("prometheus-targets.json");
    }

    private static String broker() {
        return StackDirectory.at(directory)
                .addresses()
                .find(StackAddresses.BROKERS)
                .orElseThrow();
    }
}
