package io.github.sfcrime.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.JobManagerProgram;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job under high availability by a real ZooKeeper, on the adaptive scheduler, as a job of a session and as an application:
 * it is rescaled in flight, its topic gets a partition and loses its beginning, and its JobManager is killed.
 */
class HighAvailabilityTest {

    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);
    private static final List<PlainCount.Call> CALLS = MadeUpCalls.of(4_000).calls();

    @TempDir
    private static Path directory;

    private static ZooKeeperProcess zooKeeper;
    private static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        zooKeeper = ZooKeeperProcess.start(directory);
        stack = Stack.temporary();
        stack.startBroker(BrokerSettings.onFreePort());
    }

    @AfterAll
    static void stop() {
        stack.close();
        zooKeeper.close();
    }

    @Test
    void nothingIsLostOrCountedTwiceByRescalingAnAddedPartitionAndALostJobManager() throws Exception {
        SharedStack.deleteTopics(stack);
        createTopic();
        ClusterSettings settings = settings("/session").onChosenPort();
        stack.restartCluster(settings);
        CountingJob job = CountingJob.submit(
                stack,
                List.of("--parallelism", "1", "-Dexecution.checkpointing.interval=500ms"),
                List.of("--watermark-bound", "P7D", "--partition-discovery", "PT1S"));
        job.send(CALLS.subList(0, 1_000));
        job.awaitCounted(1_000);

        job.rescale(2);
        job.send(CALLS.subList(1_000, 2_000));
        job.awaitCounted(2_000);

        addPartition();
        for (PlainCount.Call call : CALLS.subList(2_000, 2_100)) {
            job.sendTo(2, CountingJob.bytes(call));
        }
        job.send(CALLS.subList(2_100, 3_000));
        job.awaitCounted(3_000);
        job.awaitCheckpoint();

        stack.replaceJobManager(settings, JobManagerProgram.SESSION);
        job.send(CALLS.subList(3_000, 4_000));
        job.awaitCounted(4_000);

        assertEachCallCountedOnce(job, 3);
    }

    /** The new JobManager runs {@code main} again, which knows of no checkpoint. */
    @Test
    void anApplicationGoesOnFromItsCheckpointThoughTheBeginningOfItsTopicIsGone() throws Exception {
        SharedStack.deleteTopics(stack);
        createTopic();
        String id = "0123456789abcdef0123456789abcdef";
        JobManagerProgram application = application(id);
        ClusterSettings settings = settings("/application").onChosenPort();
        stack.restartCluster(settings, application);
        CountingJob job = new CountingJob(stack, id);
        job.send(CALLS.subList(0, 2_000));
        job.awaitCounted(2_000);
        job.awaitCheckpoint();
        deleteRecords();

        stack.replaceJobManager(settings, application);
        job.send(CALLS.subList(2_000, 4_000));
        job.awaitCounted(4_000);

        assertEachCallCountedOnce(job, 2);
    }

    private static void assertEachCallCountedOnce(CountingJob job, int partitions) throws Exception {
        for (int partition = 0; partition < partitions; partition++) {
            job.sendTo(partition, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
        }
        List<String> expected = PlainCount.rows(CALLS);
        assertThat(job.rowsOnceThereAre(expected.size(), Stream::distinct)).isEqualTo(expected);
        String all = String.format(Locale.ROOT, "%,d", CALLS.size() + partitions);
        job.awaitOutcomes(all + " in = " + all + " counted + 0 late + 0 dead letter");
    }

    private static JobManagerProgram application(String jobId) {
        return JobManagerProgram.application(
                Checkout.find().jobJar(),
                List.of(
                        "--job-id",
                        jobId,
                        "-Dexecution.checkpointing.interval=500ms",
                        "--bootstrap-servers",
                        stack.bootstrapServers(),
                        "--watermark-bound",
                        "P7D"));
    }

    private static ClusterSettings settings(String clusterId) {
        return ClusterSettings.onFreePort()
                .with("high-availability.type", "zookeeper")
                .with("high-availability.cluster-id", clusterId)
                .with("high-availability.zookeeper.quorum", zooKeeper.quorum())
                // How long a JobManager that is gone is waited for.
                .with("high-availability.zookeeper.client.session-timeout", "10s")
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

    private static void createTopic() throws Exception {
        try (Admin admin = admin()) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, 2);
        }
    }

    private static void addPartition() throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(Topic.CRIME_DATA.name(), NewPartitions.increaseTo(3)))
                    .all()
                    .get();
        }
    }

    /** All that are there. */
    private static void deleteRecords() throws Exception {
        try (Admin admin = admin()) {
            Map<TopicPartition, RecordsToDelete> all = Stream.of(0, 1)
                    .collect(toMap(
                            partition -> new TopicPartition(Topic.CRIME_DATA.name(), partition),
                            partition -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }
}
