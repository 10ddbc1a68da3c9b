package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.console.rows.JsonLines;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.local.demo.JobOutcomes;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The job as it runs on a real cluster, with what it takes to feed it call by call and to see what it has counted. */
final class CountingJob {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final WireFormat<CallForService> FORMAT = new WireFormat<>(CallForService.SCHEMA$);

    private final Stack stack;
    private final String id;

    /** The job with that id, which runs or is about to. */
    CountingJob(Stack stack, String id) {
        this.stack = stack;
        this.id = id;
    }

    /** Submits it with those options of the client and those settings of the job. */
    static CountingJob submit(Stack stack, List<String> options, List<String> settings) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--detached"));
        arguments.addAll(options);
        arguments.addAll(List.of(Checkout.find().jobJar().toString(), "--bootstrap-servers", stack.bootstrapServers()));
        arguments.addAll(settings);
        ClientRun run = stack.flink(arguments);
        return new CountingJob(stack, run.jobId().orElseThrow(() -> new AssertionError(run.output())));
    }

    String id() {
        return id;
    }

    long metric(String name) {
        return stack.rest().metric(id, name);
    }

    /** A metric of the job itself, such as {@code numRestarts}. */
    long metricOfJob(String name) {
        return stack.rest()
                .get("/jobs/" + id + "/metrics?get=" + name)
                .path(0)
                .path("value")
                .asLong();
    }

    void awaitCounted(long calls) {
        await("%d calls are counted".formatted(calls))
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> metric("callsCounted") == calls);
    }

    /** Asks for that parallelism of what may have it, and waits until it runs so. */
    void rescale(int parallelism) throws Exception {
        String path = "/jobs/" + id + "/resource-requirements";
        ObjectNode wanted = (ObjectNode) stack.rest().get(path);
        String counting = vertices()
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
                .atMost(TIMEOUT)
                .until(() -> vertices()
                        .anyMatch(vertex -> vertex.path("id").asText().equals(counting)
                                && vertex.path("parallelism").asInt() == parallelism
                                && vertex.path("status").asText().equals("RUNNING")));
    }

    private Stream<JsonNode> vertices() {
        JsonNode vertices = stack.rest().get("/jobs/" + id).path("vertices");
        return Stream.iterate(0, i -> i < vertices.size(), i -> i + 1).map(vertices::get);
    }

    /** Waits until all its outcomes say so, which Flink asks its tasks for one after the other. */
    void awaitOutcomes(String description) {
        await("the calls are where they belong")
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(FlinkFailure.class)
                .untilAsserted(() ->
                        assertThat(JobOutcomes.of(this::metric).describe()).isEqualTo(description));
    }

    void awaitCheckpoint() {
        long before = checkpoints();
        await("two more checkpoints, of which one began after the calls were counted")
                .atMost(TIMEOUT)
                .until(() -> checkpoints() >= before + 2);
    }

    private long checkpoints() {
        return stack.rest()
                .get("/jobs/" + id + "/checkpoints")
                .path("counts")
                .path("completed")
                .asLong();
    }

    void send(List<PlainCount.Call> calls) throws Exception {
        sendRecords(calls.stream()
                .map(call -> new ProducerRecord<byte[], byte[]>(Topic.CRIME_DATA.name(), bytes(call)))
                .toList());
    }

    void sendTo(int partition, byte[] value) throws Exception {
        sendRecords(List.of(new ProducerRecord<>(Topic.CRIME_DATA.name(), partition, null, value)));
    }

    private void sendRecords(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Future<?> sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        }
    }

    static byte[] bytes(PlainCount.Call call) {
        CallForService record = new CallForService();
        record.setCrimeId(183_060_001L);
        record.setOriginalCrimeTypeName(call.type());
        record.setCallDateTime(call.time());
        record.setDisposition(call.disposition().isEmpty() ? null : call.disposition());
        return FORMAT.encode(record);
    }

    /** The rows that are committed, sorted, once there are as many as {@code expected}. */
    List<String> rowsOnceThereAre(int expected, Function<Stream<String>, Stream<String>> reading) {
        await("all windows but the last have closed")
                .atMost(TIMEOUT)
                .until(() -> rows(reading).size() >= expected);
        return rows(reading);
    }

    private List<String> rows(Function<Stream<String>, Stream<String>> reading) {
        StringWriter lines = new StringWriter();
        try (TopicReader reader = TopicReader.open(
                        Map.of("bootstrap.servers", stack.bootstrapServers()), Topic.CRIME_COUNTS.name());
                JsonLines writer = new JsonLines(lines)) {
            reader.readToEnd(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.apply(lines.toString().lines().sorted()).toList();
    }
}
