package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import io.github.sfcrime.schemas.WireFormat;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures that no restart mends end the job with one line; a topic that changes under the job is noticed. */
@OnSharedStack
class JobEndingsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final WireFormat<CallForService> FORMAT = new WireFormat<>(CallForService.SCHEMA$);

    @TempDir
    private static Path savepoints;

    private static Stack stack;
    private static WarmClient client;

    @BeforeAll
    static void start(Stack shared, WarmClient itsClient) {
        stack = shared;
        client = itsClient;
    }

    @Test
    void aGroupThatHasCommittedNothingIsNoPlaceToStart() throws Exception {
        send("group", calls(2));

        assertEndsWith(
                "cannot start where group group is: it has committed no offset of topic group, partition 0: name another"
                        + " with --group-id, or say --start earliest",
                run("group", "--bounded", "--start", "group"));
    }

    @Test
    void aBoundedRunFromTheFutureIsRefused() throws Exception {
        send("future", calls(2));

        assertEndsWith(
                "cannot start at 2099-01-01T00:00:00Z: nothing was appended to topic future then or later",
                run("future", "--bounded", "--start", "2099-01-01T00:00:00Z"));
    }

    @Test
    void anUnknownSchemaEndsTheJobUnlessItsRecordsMayBeDeadLetters() throws Exception {
        byte[] unknown = call();
        unknown[2] ^= 1;
        send("unknown", List.of(call(), unknown, call()));

        assertThat(lastLine(run("unknown", "--bounded")))
                .startsWith("cannot count topic unknown, partition 0, offset 1: schema fingerprint ")
                .endsWith("upgrade this one; --on-unknown-schema dead-letter goes on without it");

        ClientRun lenient = run("unknown", "--bounded", "--on-unknown-schema", "dead-letter");
        assertThat(ended(lenient, "callsCounted")).isEqualTo(2);
        assertThat(ended(lenient, "callsDeadLetter")).isEqualTo(1);
    }

    @Test
    void aBadRecordEndsTheJobWhereThatIsAskedFor() throws Exception {
        send("bad", List.of(new byte[] {1}));

        assertThat(lastLine(run("bad", "--bounded", "--on-bad-record", "fail")))
                .startsWith("cannot count topic bad, partition 0, offset 0: not a call for service: ");
    }

    @Test
    void aSavepointGoesOnAsLongAsWhatItHasNotReadIsThere() throws Exception {
        send("cut", calls(3));
        String savepoint = savepointAfter("cut", 3);
        send("cut", calls(4));

        deleteBefore("cut", 3);
        ClientRun beginningIsGone = run("-s " + savepoint, "cut", "--bounded");
        assertThat(ended(beginningIsGone, "callsCounted")).isEqualTo(7);

        deleteBefore("cut", 5);
        assertEndsWith(
                "cannot read topic cut, partition 0, offset 3: Kafka no longer has it, so that calls are lost. To go on"
                        + " with what is there, say --fail-on-data-loss false",
                run("-s " + savepoint, "cut", "--bounded"));
        ClientRun lost = run("-s " + savepoint, "cut", "--bounded", "--fail-on-data-loss", "false");
        assertThat(ended(lost, "callsCounted")).isEqualTo(5);
    }

    @Test
    void aSegmentThatIsDamagedIsNamedByItsPlace() throws Exception {
        send("damaged", calls(3));
        damageTheEndOf("damaged");

        assertThat(lastLine(run("damaged", "--bounded")))
                .startsWith(
                        "cannot read topic damaged, partition 0, offset 2: what Kafka has there is damaged: Record is"
                                + " corrupt (stored crc = ")
                .endsWith("and say --fail-on-data-loss false");

        deleteBefore("damaged", 3);
        send("damaged", calls(1));
        assertThat(ended(run("damaged", "--bounded", "--start", "available"), "callsCounted"))
                .isEqualTo(1);
    }

    @Test
    void aTopicThatWasMadeAgainIsNotTheSavepoints() throws Exception {
        send("again", calls(3));
        String savepoint = savepointAfter("again", 3);
        String before = id("again");
        delete("again");
        send("again", calls(10));

        assertEndsWith(
                "cannot go on with topic again: it was deleted and made again (its id was " + before + " and is "
                        + id("again") + "), so that what was counted and the offsets are of another topic. To count the"
                        + " new one, start without the savepoint or checkpoint",
                run("-s " + savepoint, "again", "--bounded"));
        send("other", calls(1));
        assertEndsWith(
                "cannot go on with topic other: the savepoint or checkpoint is of topic again: name that with --topic, or"
                        + " start without it",
                run("-s " + savepoint, "other", "--bounded"));
        assertThat(ended(run("again", "--bounded"), "callsCounted")).isEqualTo(10);
    }

    @Test
    void aTopicThatIsMadeAgainUnderARunningJobEndsIt() throws Exception {
        send("replaced", calls(3));
        // Else the reader may come first, whose offset the new topic does not have yet.
        String job = submit("replaced", "--fail-on-data-loss", "false");
        awaitCounted(job, 3);
        delete("replaced");
        send("replaced", calls(10));

        // Flink may answer with what it knew a moment ago.
        await("the job ends and tells why").atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(stack.rest().jobState(job)).isEqualTo("FAILED");
            assertThat(stack.rest()
                            .get("/jobs/" + job + "/exceptions")
                            .path("exceptionHistory")
                            .toString())
                    .contains("cannot go on with topic replaced: it was deleted and made again");
        });
    }

    @Test
    void aPartitionThatIsAddedIsReadWithinTheInterval() throws Exception {
        send("grown", calls(3));
        String job = submit("grown");
        awaitCounted(job, 3);
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of("grown", NewPartitions.increaseTo(2)))
                    .all()
                    .get();
        }
        sendTo("grown", 1, calls(2));

        awaitCounted(job, 5);
        client.run(List.of("cancel", job));
    }

    private static void assertEndsWith(String line, ClientRun run) {
        assertThat(lastLine(run)).isEqualTo(line);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    /** What the client printed last, which is all that it printed of a failure. */
    private static String lastLine(ClientRun run) {
        List<String> said =
                run.output().stream().filter(line -> !line.isBlank()).toList();
        assertThat(said).noneMatch(line -> line.startsWith("\tat "));
        return said.get(said.size() - 1);
    }

    private static long ended(ClientRun run, String outcome) {
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
        return stack.rest().accumulator(run.jobId().orElseThrow(), outcome);
    }

    private static String savepointAfter(String topic, int calls) throws Exception {
        String job = submit(topic);
        awaitCounted(job, calls);
        ClientRun stopped = client.run(List.of("stop", "--savepointPath", savepoints.toString(), job));
        return stopped.output().stream()
                .filter(line -> line.contains("Path: "))
                .map(line -> line.substring(line.indexOf("Path: ") + "Path: ".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stopped.output()));
    }

    private static void awaitCounted(String job, int calls) {
        await("%d calls are counted".formatted(calls))
                .atMost(TIMEOUT)
                .until(() -> stack.rest().metric(job, "callsCounted") == calls);
    }

    private static String submit(String topic, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--detached", topic, "--partition-discovery", "PT1S"));
        arguments.addAll(List.of(more));
        ClientRun run = run(arguments.toArray(String[]::new));
        return run.jobId().orElseThrow(() -> new AssertionError(run.output()));
    }

    /** Runs the job; a first argument that begins with a hyphen is for the client. */
    private static ClientRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run"));
        List<String> rest = new ArrayList<>(List.of(arguments));
        if (rest.get(0).startsWith("-")) {
            all.addAll(List.of(rest.remove(0).split(" ")));
        }
        String topic = rest.remove(0);
        all.addAll(List.of(
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--topic",
                topic,
                "--group-id",
                topic));
        all.addAll(rest);
        return client.run(all);
    }

    private static List<byte[]> calls(int number) {
        List<byte[]> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(call());
        }
        return calls;
    }

    private static byte[] call() {
        CallForService call = new CallForService();
        call.setCrimeId(1);
        call.setOriginalCrimeTypeName("Passing Call");
        call.setCallDateTime(LocalDateTime.parse("2018-10-02T09:00"));
        return FORMAT.encode(call);
    }

    private static void send(String topic, List<byte[]> values) throws Exception {
        sendTo(topic, 0, values);
    }

    private static void sendTo(String topic, int partition, List<byte[]> values) throws Exception {
        try (Admin admin = admin();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA.named(topic), 1);
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(topic, partition, null, value))
                        .get();
            }
        }
    }

    private static void delete(String topic) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            await("it is gone")
                    .atMost(TIMEOUT)
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    /** Turns a bit over in the last record of its first partition. */
    private static void damageTheEndOf(String topic) throws Exception {
        Path folder = stack.directory().resolve("broker").resolve(topic + "-0");
        try (RandomAccessFile segment =
                new RandomAccessFile(folder.resolve("00000000000000000000.log").toFile(), "rw")) {
            long last = segment.length() - 1;
            segment.seek(last);
            int value = segment.read();
            segment.seek(last);
            segment.write(value ^ 1);
        }
    }

    private static void deleteBefore(String topic, long offset) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private static String id(String topic) throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }
}
