package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the job lets in, on a real cluster that reads a real topic. */
@OnSharedStack
class JobRulesTest {

    private static Stack stack;
    private static WarmClient client;

    private final WireFormat<CallForService> format = new WireFormat<>(CallForService.SCHEMA$);

    @BeforeAll
    static void start(Stack shared, WarmClient itsClient) {
        stack = shared;
        client = itsClient;
    }

    @Test
    void aTopicWhoseBeginningIsGoneIsRefusedUnlessWhatIsAvailableWillDo() throws Exception {
        send("cut", call(1, "2018-10-02T09:00"), call(2, "2018-10-02T10:00"), call(3, "2018-10-02T11:00"));
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition("cut", 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }

        ClientRun refused = run("cut");
        ClientRun available = run("cut", "--start", "available");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", refused.output()))
                .contains("cannot read topic cut from its beginning: partition 0 starts at offset 1, what was before is"
                        + " gone. To count what is there, say --start available");
        assertThat(outcomes(available)).isEqualTo("2 in = 2 counted");
    }

    @Test
    void theJobPrintsItsSettingsInsteadOfRunning() throws Exception {
        ClientRun help = client.run(List.of("run", Checkout.find().jobJar().toString(), "--help"));

        assertThat(help.output()).contains("Usage: flink run sfcrime-flink-job.jar [--SETTING VALUE]...");
        assertThat(help.output()).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
        assertThat(help.jobId()).isEmpty();
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void aCallFromTheFutureClosesNoWindow() throws Exception {
        send("future", call(1, "2018-10-02T09:00"), call(2, "2099-10-02T09:00"), call(3, "2018-10-02T09:30"));

        assertThat(outcomes(run("future"))).isEqualTo("3 in = 2 counted + 1 from the future");
    }

    @Test
    void aCallThatWasSentTwiceIsCountedOnceWhereThatIsAskedFor() throws Exception {
        send("twice", call(1, "2018-10-02T09:00"), call(1, "2018-10-02T09:00"), call(2, "2018-10-02T09:00"));

        assertThat(outcomes(run("twice"))).isEqualTo("3 in = 3 counted");
        assertThat(outcomes(run("twice", "--deduplicate", "PT1H"))).isEqualTo("3 in = 2 counted + 1 duplicate");
    }

    private static ClientRun run(String topic, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--topic",
                topic,
                "--group-id",
                topic,
                "--bounded"));
        arguments.addAll(List.of(settings));
        return client.run(arguments);
    }

    private static String outcomes(ClientRun run) {
        String job = run.jobId().orElseThrow(() -> new AssertionError(run.output()));
        Map<String, Long> others = Map.of(
                "late", stack.rest().accumulator(job, "callsLate"),
                "dead letter", stack.rest().accumulator(job, "callsDeadLetter"),
                "duplicate", stack.rest().accumulator(job, "callsDuplicate"),
                "from the future", stack.rest().accumulator(job, "callsFromFuture"));
        StringBuilder text = new StringBuilder("%d in = %d counted"
                .formatted(
                        stack.rest().accumulator(job, "callsIn"), stack.rest().accumulator(job, "callsCounted")));
        others.forEach((outcome, calls) -> text.append(calls == 0 ? "" : " + " + calls + " " + outcome));
        return text.toString();
    }

    private CallForService call(long crimeId, String time) {
        CallForService call = new CallForService();
        call.setCrimeId(crimeId);
        call.setOriginalCrimeTypeName("Passing Call");
        call.setCallDateTime(LocalDateTime.parse(time));
        return call;
    }

    private void send(String topic, CallForService... calls) throws Exception {
        try (Admin admin = admin();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA.named(topic), 1);
            for (CallForService call : calls) {
                producer.send(new ProducerRecord<>(topic, format.encode(call))).get();
            }
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    }
}
