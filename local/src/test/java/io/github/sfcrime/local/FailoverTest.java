package io.github.sfcrime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Cluster;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job on a real cluster that loses a TaskManager, with records that are late and records that are none. */
class FailoverTest {

    private static final int PARTITIONS = 2;
    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);
    private static final byte[] GARBAGE = "no call at all".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void nothingIsLostOrCountedTwiceWhenATaskManagerIsKilled(String delivery) throws Exception {
        List<PlainCount.Call> calls = MadeUpCalls.of(4_000).calls();
        try (Stack stack = Stack.temporary()) {
            start(stack);
            CountingJob job = submit(stack, delivery);
            job.send(calls.subList(0, 2_000));
            job.awaitCounted(2_000);
            job.awaitCheckpoint();

            stack.processes().kill(Cluster.TASK_MANAGER + 1);
            await("the job restarts").atMost(Duration.ofMinutes(5)).until(() -> job.metricOfJob("numRestarts") >= 1);
            job.send(calls.subList(2_000, 4_000));
            job.awaitCounted(4_000);

            for (int partition = 0; partition < PARTITIONS; partition++) {
                job.sendTo(partition, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
            }
            job.awaitCounted(4_002);
            List<String> expected = PlainCount.rows(calls);
            // At least once, a row that was written again after the restart counts once if it says the same.
            assertThat(job.rowsOnceThereAre(
                            expected.size(), delivery.equals("exactly-once") ? rows -> rows : Stream::distinct))
                    .isEqualTo(expected);
            byte[] late = CountingJob.bytes(calls.get(0));
            job.sendTo(0, late);
            job.sendTo(1, GARBAGE);

            job.awaitOutcomes("4,004 in = 4,002 counted + 1 late + 1 dead letter");
            assertThat(values(records(stack, Topic.CRIME_DATA_LATE, 1))).containsExactly(late);
            List<ConsumerRecord<byte[], byte[]>> deadLetters = records(stack, Topic.CRIME_DATA_DEAD_LETTER, 1);
            assertThat(values(deadLetters)).containsExactly(GARBAGE);
            assertThat(headers(deadLetters.get(0)))
                    .containsEntry("source-topic", Topic.CRIME_DATA.name())
                    .containsEntry("source-partition", "1")
                    .hasEntrySatisfying(
                            "reason",
                            reason -> assertThat(reason)
                                    .startsWith("not a call for service: not Avro single-object encoding"));
        }
    }

    private static void start(Stack stack) throws Exception {
        ClusterSettings twoTaskManagers = ClusterSettings.onFreePort()
                .taskManagers(2)
                .with("taskmanager.load-balance.mode", "SLOTS")
                .with("heartbeat.interval", "500")
                .with("heartbeat.timeout", "4000")
                .with("restart-strategy.type", "fixed-delay")
                .with("restart-strategy.fixed-delay.attempts", "10")
                .with("restart-strategy.fixed-delay.delay", "1s");
        stack.start(BrokerSettings.onFreePort(), twoTaskManagers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, PARTITIONS);
        }
    }

    private static CountingJob submit(Stack stack, String delivery) throws InterruptedException {
        return CountingJob.submit(
                stack,
                List.of("--parallelism", "2", "-Dexecution.checkpointing.interval=500ms"),
                List.of("--watermark-bound", "P7D", "--delivery", delivery));
    }

    /** Waits for {@code number} records of a topic; more that are there come along. */
    private static List<ConsumerRecord<byte[], byte[]>> records(Stack stack, Topic topic, int number) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await("%d records of %s".formatted(number, topic.name()))
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                        return records.size() >= number;
                    });
        }
        return records;
    }

    private static List<byte[]> values(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::value).toList();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
