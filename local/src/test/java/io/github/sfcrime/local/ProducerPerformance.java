package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private final String bootstrapServers;
    private final Path directory;
    private final Path payloads;

    ProducerPerformance(String bootstrapServers, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
        payloads = directory.resolve("payloads");
    }

    /** Takes its payloads from the first partition of a topic. */
    void takePayloadsOf(String topic) throws IOException {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
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
    double run(String topic, long records, List<String> jvm, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("org.apache.kafka.tools.ProducerPerformance");
        command.addAll(List.of("--bootstrap-server", bootstrapServers, "--topic", topic, "--throughput", "-1"));
        command.addAll(List.of("--num-records", Long.toString(records), "--payload-file", payloads.toString()));
        command.add("--command-property");
        settings.forEach((key, value) -> command.add(key + "=" + value));
        Path out = Files.createTempFile(directory, "producer-performance-", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        Checkout checkout = Checkout.find();
        builder.environment()
                .put(
                        "CLASSPATH",
                        checkout.root().resolve("local/target/kafka-tools") + "/*" + File.pathSeparator
                                + checkout.classPath("local/broker"));
        int exitCode = builder.start().waitFor();
        String output = Files.readString(out);
        Matcher result = RESULT.matcher(output);
        double perSecond = 0;
        while (result.find()) {
            // The last line is about all of them.
            perSecond = Long.parseLong(result.group(1)) == records ? Double.parseDouble(result.group(2)) : perSecond;
        }
        assertThat(exitCode).as(output).isZero();
        assertThat(perSecond).as(output).isPositive();
        return perSecond;
    }
}
