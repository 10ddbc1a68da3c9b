package io.github.sfcrime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.console.JsonLines;
import io.github.sfcrime.console.TopicReader;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job on a real cluster that loses a TaskManager, with records that are late and records that are none. */
class FailoverTest {

    private static final int PARTITIONS = 2;
    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);
    private static final byte[] GARBAGE = "no call at all".getBytes(UTF_8);

    private final WireFormat<CallForService> format = new WireFormat<>(CallForService.SCHEMA$);

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void nothingIsLostOrCountedTwiceWhenATaskManagerIsKilled(String delivery) throws Exception {
        List<PlainCount.Call> calls = MadeUpCalls.of(4_000).calls();
        try (Stack stack = Stack.temporary()) {
            start(stack);
            String job = submit(stack, delivery);
            send(stack, calls.subList(0, 2_000));
            awaitCounted(stack, job, 2_000);
            awaitCheckpoint(stack, job);

            killATaskManager(stack);
            await("the job restarts")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> metricOfJob(stack, job, "numRestarts") >= 1);
            send(stack, calls.subList(2_000, 4_000));
            awaitCounted(stack, job, 4_000);

            sendToEachPartition(stack, bytes(new PlainCount.Call(END, "End", "")));
            awaitCounted(stack, job, 4_002);
            List<String> expected = PlainCount.rows(calls);
            await("all windows but the last have closed")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rows(stack, delivery).size() >= expected.size());
            assertThat(rows(stack, delivery)).isEqualTo(expected);
            byte[] late = bytes(calls.get(0));
            sendTo(stack, 0, late);
            sendTo(stack, 1, GARBAGE);

            await("the last two are in")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> stack.rest().metric(job, "callsIn") == 4_004);
            Doors doors = Doors.of(name -> stack.rest().metric(job, name));
            assertThat(doors.describe()).isEqualTo("4,004 in = 4,002 counted + 1 late + 1 dead letter");
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

    private static String submit(Stack stack, String delivery) throws InterruptedException {
        ClientRun run = stack.flink(List.of(
                "run",
                "--detached",
                "--parallelism",
                "2",
                "-Dexecution.checkpointing.interval=500ms",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--watermark-bound",
                "P7D",
                "--delivery",
                delivery));
        return run.jobId().orElseThrow(() -> new AssertionError(run.output()));
    }

    private static void killATaskManager(Stack stack) {
        Processes processes = new Processes(StackDirectory.at(stack.directory()));
        Daemon taskManager = processes.recorded().stream()
                .filter(daemon -> daemon.name().equals("taskmanager-1"))
                .findFirst()
                .orElseThrow();
        ProcessHandle process = processes.running(taskManager).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void awaitCounted(Stack stack, String job, long calls) {
        await("%d calls are counted".formatted(calls))
                .atMost(Duration.ofSeconds(60))
                .until(() -> stack.rest().metric(job, "callsCounted") == calls);
    }

    private static void awaitCheckpoint(Stack stack, String job) {
        long before = checkpoints(stack, job);
        await("two more checkpoints, of which one began after the calls were counted")
                .atMost(Duration.ofSeconds(60))
                .until(() -> checkpoints(stack, job) >= before + 2);
    }

    private static long checkpoints(Stack stack, String job) {
        return stack.rest()
                .get("/jobs/" + job + "/checkpoints")
                .path("counts")
                .path("completed")
                .asLong();
    }

    private static long metricOfJob(Stack stack, String job, String name) {
        return stack.rest()
                .get("/jobs/" + job + "/metrics?get=" + name)
                .path(0)
                .path("value")
                .asLong();
    }

    private void send(Stack stack, List<PlainCount.Call> calls) throws Exception {
        sendRecords(
                stack,
                calls.stream()
                        .map(call -> new ProducerRecord<byte[], byte[]>(Topic.CRIME_DATA.name(), bytes(call)))
                        .toList());
    }

    private static void sendTo(Stack stack, int partition, byte[] value) throws Exception {
        sendRecords(stack, List.of(new ProducerRecord<>(Topic.CRIME_DATA.name(), partition, null, value)));
    }

    private static void sendRecords(Stack stack, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(stack)) {
            for (Future<?> sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }

    private static void sendToEachPartition(Stack stack, byte[] value) throws Exception {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            sendTo(stack, partition, value);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Stack stack) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private byte[] bytes(PlainCount.Call call) {
        CallForService record = new CallForService();
        record.setCrimeId(183_060_001L);
        record.setOriginalCrimeTypeName(call.type());
        record.setCallDateTime(call.time());
        record.setDisposition(call.disposition().isEmpty() ? null : call.disposition());
        return format.encode(record);
    }

    /**
     * The rows that are committed. Where delivery is at least once, one that was written again after the restart counts
     * once if it says the same.
     */
    private static List<String> rows(Stack stack, String delivery) throws IOException {
        StringWriter lines = new StringWriter();
        try (TopicReader reader = TopicReader.open(
                        Map.of("bootstrap.servers", stack.bootstrapServers()), Topic.CRIME_COUNTS.name());
                JsonLines writer = new JsonLines(lines)) {
            reader.readToEnd(writer);
        }
        Stream<String> rows = lines.toString().lines().sorted();
        return (delivery.equals("exactly-once") ? rows : rows.distinct()).toList();
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
                    .atMost(Duration.ofSeconds(30))
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
