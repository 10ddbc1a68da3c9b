package io.github.sfcrime.benchmarks.load;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Kafka's own measure of what a producer can do, fed with records of a topic. It takes payloads as text only, so it gets
 * ours with the top bit of each byte cleared: as many bytes, which repeat where ours do.
 */
final class ProducerPerformance {

    private static final int PAYLOADS = 100_000;
    private static final byte DELIMITER = '\n';
    private static final Pattern RESULT = Pattern.compile("(\\d+) records sent, ([\\d.]+) records/sec");

    /** What the loader sends with, which its own source says. */
    private static final List<String> SETTINGS = List.of(
            "acks=all",
            "enable.idempotence=true",
            "compression.type=lz4",
            "batch.size=262144",
            "linger.ms=20",
            "buffer.memory=33554432");

    private final Stack stack;
    private final Checkout checkout;
    private final Path payloads;

    ProducerPerformance(Stack stack, Checkout checkout) {
        this.stack = stack;
        this.checkout = checkout;
        payloads = stack.directory().resolve("payloads");
    }

    /** Says how to build it where it is not built. */
    static void requireBuilt(Checkout checkout) {
        if (!Files.isDirectory(tools(checkout))) {
            throw new BenchmarkFailure("cannot run ProducerPerformance: " + tools(checkout)
                    + " is not built: run mvn -Pfull -DskipTests package -pl benchmarks -am first");
        }
    }

    private static Path tools(Checkout checkout) {
        return checkout.root().resolve("benchmarks/target/kafka-tools");
    }

    /** Takes its payloads from the first partition of a topic. */
    void takePayloadsOf(String topic) throws IOException {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        TopicPartition first = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(payloads))) {
            consumer.assign(List.of(first));
            consumer.seekToBeginning(List.of(first));
            long end = Math.min(PAYLOADS, consumer.endOffsets(List.of(first)).getOrDefault(first, 0L));
            while (consumer.position(first) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    out.write(asText(record.value()));
                    out.write(DELIMITER);
                }
            }
        }
    }

    private static byte[] asText(byte[] payload) {
        byte[] text = payload.clone();
        for (int i = 0; i < text.length; i++) {
            text[i] &= 0x7F;
            if (text[i] == DELIMITER) {
                text[i]++;
            }
        }
        return text;
    }

    /** Sends so many records as fast as it can, and returns how many a second that were. */
    double run(String topic, long records) throws IOException, InterruptedException {
        JavaCommand command = JavaCommand.of(
                        "org.apache.kafka.tools.ProducerPerformance", checkout.classPath("local/broker"))
                .classPath(List.of(tools(checkout).resolve("*")))
                .jvm("-Xmx512m", "-XX:+UseSerialGC")
                .arguments("--bootstrap-server", stack.bootstrapServers(), "--topic", topic, "--throughput", "-1")
                .arguments("--num-records", Long.toString(records), "--payload-file", payloads.toString())
                .arguments("--command-property")
                .arguments(SETTINGS);
        Process process =
                stack.processes().start(stack.processes().builder(command).redirectErrorStream(true));
        String output;
        try (var reader = process.inputReader()) {
            output = String.join("\n", reader.lines().toList());
        }
        return perSecond(process.waitFor(), output, records);
    }

    private static double perSecond(int exitCode, String output, long records) {
        Matcher result = RESULT.matcher(output);
        while (result.find()) {
            // The last line is about all of them, those before about a few seconds each.
            if (exitCode == 0 && Long.parseLong(result.group(1)) == records) {
                return Double.parseDouble(result.group(2));
            }
        }
        throw new BenchmarkFailure("ProducerPerformance ended with exit code " + exitCode + ": " + output);
    }
}
