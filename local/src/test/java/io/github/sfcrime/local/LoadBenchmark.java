package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loader beside Kafka's own {@link ProducerPerformance}, in turns against one broker: 10 M synthetic calls from a
 * file of JSON lines, in event-time order, in 512 MB of heap. For a person, on a quiet machine with 15 GB of disk free:
 *
 * <pre>
 * mvn -q -Pfull verify -pl local -am -Dtest=LoadBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * {@code -Dload.records} and {@code -Dload.rounds} make it shorter or longer.
 */
class LoadBenchmark {

    private static final int PARTITIONS = 4;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(20);
    private static final List<String> HEAP = List.of("-Xmx512m");

    /** What the loader sends with, which its own source says. */
    private static final Map<String, String> SETTINGS = Map.of(
            "acks", "all",
            "enable.idempotence", "true",
            "compression.type", "lz4",
            "batch.size", "262144",
            "linger.ms", "20",
            "buffer.memory", "33554432");

    private final Path directory;
    private final List<JsonNode> loads = new ArrayList<>();
    private final List<JsonNode> tenths = new ArrayList<>();
    private final List<Double> kafkas = new ArrayList<>();

    LoadBenchmark(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theLoaderBesideKafkasOwnProducer() throws Exception {
        long records = Long.getLong("load.records", 10_000_000);
        try (Stack stack = Stack.temporary()) {
            stack.startBroker(BrokerSettings.onFreePort());
            System.out.print(measure(stack.bootstrapServers(), records, Integer.getInteger("load.rounds", 3)));
            System.out.println("each: ProducerPerformance " + kafkas + "\nload " + loads + "\na tenth " + tenths);
        }
    }

    /** A line for each thing measured. */
    String measure(String brokers, long records, int rounds) throws Exception {
        Path calls = directory.resolve("calls.jsonl");
        JsonNode made = summary(HEAP, "generate", "-n", Long.toString(records), "-o", calls.toString());
        Path tenth = directory.resolve("tenth.jsonl");
        summary(HEAP, "generate", "-n", Long.toString(records / 10), "-o", tenth.toString());
        ProducerPerformance kafka = new ProducerPerformance(brokers, directory);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            for (int round = 0; round < rounds; round++) {
                create(admin, "tenth", "loaded", "kafka");
                tenths.add(load(brokers, "tenth", tenth, records / 10));
                loads.add(load(brokers, "loaded", calls, records));
                kafka.takePayloadsOf("loaded");
                kafkas.add(kafka.run("kafka", records, HEAP, SETTINGS));
                admin.deleteTopics(List.of("tenth", "loaded", "kafka")).all().get();
            }
        }
        return report(made);
    }

    private static void create(Admin admin, String... topics) throws Exception {
        for (String topic : topics) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private JsonNode load(String brokers, String topic, Path calls, long records) throws Exception {
        JsonNode summary = summary(HEAP, "load", "-b", brokers, "-t", topic, calls.toString());
        assertThat(summary.get("sent").asLong()).isEqualTo(records);
        return summary;
    }

    private JsonNode summary(List<String> jvm, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--quiet", "--summary", "json"));
        ProgramProcess loader = ProgramProcess.loader(directory, jvm, all.toArray(String[]::new));
        assertThat(loader.exitCode(LONGEST_RUN)).as(loader.errors()).isZero();
        return new ObjectMapper().readTree(loader.output());
    }

    private String report(JsonNode made) {
        double kafka = median(kafkas.stream().mapToDouble(Double::doubleValue));
        double send = perSecond("send_seconds", loads);
        double whole = perSecond("seconds", loads);
        StringBuilder report = new StringBuilder("records/s, medians of " + loads.size() + " rounds\n");
        line(report, "generate, to a file", made.get("records_per_second").asDouble());
        line(report, "load, parse", perSecond("parse_seconds", loads));
        line(report, "load, sort", perSecond("sort_seconds", loads));
        line(report, "load, send", send);
        line(report, "load, whole", whole);
        line(report, "load, whole, a tenth as many", perSecond("seconds", tenths));
        line(report, "ProducerPerformance", kafka);
        report.append(String.format(
                Locale.ROOT, "of ProducerPerformance: send %.2f, whole %.2f%n", send / kafka, whole / kafka));
        return report.toString();
    }

    private static void line(StringBuilder report, String what, double perSecond) {
        report.append(String.format(Locale.ROOT, "%-30s %,12.0f%n", what, perSecond));
    }

    private static double perSecond(String seconds, List<JsonNode> summaries) {
        return median(summaries.stream()
                .mapToDouble(summary ->
                        summary.get("sent").asDouble() / summary.get(seconds).asDouble()));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
