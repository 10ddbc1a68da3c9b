package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job under high availability by a real ZooKeeper, on the adaptive scheduler: it is rescaled in flight, its topic gets a
 * partition, and its JobManager is killed.
 */
class HighAvailabilityTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostOrCountedTwiceByRescalingAnAddedPartitionAndALostJobManager() throws Exception {
        List<PlainCount.Call> calls = MadeUpCalls.of(4_000).calls();
        try (ZooKeeperProcess zooKeeper = ZooKeeperProcess.start(directory);
                Stack stack = Stack.temporary()) {
            ClusterSettings settings = settings(zooKeeper).onChosenPort();
            stack.start(BrokerSettings.onFreePort(), settings);
            CountingJob job = submit(stack);
            job.send(calls.subList(0, 1_000));
            job.awaitCounted(1_000);

            rescale(stack, job, 2);
            job.send(calls.subList(1_000, 2_000));
            job.awaitCounted(2_000);

            addPartition(stack);
            for (PlainCount.Call call : calls.subList(2_000, 2_100)) {
                job.sendTo(2, CountingJob.bytes(call));
            }
            job.send(calls.subList(2_100, 3_000));
            job.awaitCounted(3_000);
            job.awaitCheckpoint();

            stack.replaceJobManager(settings);
            job.send(calls.subList(3_000, 4_000));
            job.awaitCounted(4_000);

            for (int partition = 0; partition < 3; partition++) {
                job.sendTo(partition, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
            }
            List<String> expected = PlainCount.rows(calls);
            assertThat(job.rowsOnceThereAre(expected.size(), Stream::distinct)).isEqualTo(expected);
            job.awaitCounted(4_003);
            assertThat(Doors.of(job::metric).describe()).isEqualTo("4,003 in = 4,003 counted + 0 late + 0 dead letter");
        }
    }

    private ClusterSettings settings(ZooKeeperProcess zooKeeper) {
        return ClusterSettings.onFreePort()
                .with("high-availability.type", "zookeeper")
                .with("high-availability.zookeeper.quorum", zooKeeper.quorum())
                .with(
                        "high-availability.storageDir",
                        directory.resolve("ha").toUri().toString())
                .with("jobmanager.scheduler", "adaptive")
                .with("jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "1s")
                .with("jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout", "1s")
                .with("heartbeat.interval", "1000")
                .with("restart-strategy.type", "fixed-delay")
                .with("restart-strategy.fixed-delay.attempts", "20")
                .with("restart-strategy.fixed-delay.delay", "1s");
    }

    private static CountingJob submit(Stack stack) throws Exception {
        try (Admin admin = admin(stack)) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, 2);
        }
        return CountingJob.submit(
                stack,
                List.of("--parallelism", "1", "-Dexecution.checkpointing.interval=500ms"),
                List.of("--watermark-bound", "P7D", "--partition-discovery", "PT1S"));
    }

    /** Asks for that parallelism of what may have it, and waits until it runs so. */
    private static void rescale(Stack stack, CountingJob job, int parallelism) throws Exception {
        String path = "/jobs/" + job.id() + "/resource-requirements";
        ObjectNode wanted = (ObjectNode) stack.rest().get(path);
        String counting = vertices(stack, job)
                .filter(vertex -> vertex.path("name").asText().startsWith("Count windows"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        for (JsonNode vertex : wanted) {
            ((ObjectNode) vertex.path("parallelism")).put("lowerBound", 1);
        }
        ((ObjectNode) wanted.path(counting).path("parallelism")).put("upperBound", parallelism);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.rest().url() + path))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(wanted)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await("the windows are counted by " + parallelism + " subtasks")
                .atMost(PATIENCE)
                .until(() -> vertices(stack, job)
                        .anyMatch(vertex -> vertex.path("id").asText().equals(counting)
                                && vertex.path("parallelism").asInt() == parallelism
                                && vertex.path("status").asText().equals("RUNNING")));
    }

    private static Stream<JsonNode> vertices(Stack stack, CountingJob job) {
        JsonNode vertices = stack.rest().get("/jobs/" + job.id()).path("vertices");
        return Stream.iterate(0, i -> i < vertices.size(), i -> i + 1).map(vertices::get);
    }

    private static void addPartition(Stack stack) throws Exception {
        try (Admin admin = admin(stack)) {
            admin.createPartitions(Map.of(Topic.CRIME_DATA.name(), NewPartitions.increaseTo(3)))
                    .all()
                    .get();
        }
    }

    private static Admin admin(Stack stack) {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }
}
