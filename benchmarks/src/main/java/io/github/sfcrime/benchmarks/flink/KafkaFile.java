package io.github.sfcrime.benchmarks.flink;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Properties of a job's Kafka clients as the file that the job takes. */
public final class KafkaFile {

    private KafkaFile() {}

    /** Writes them into a stack's folder and tells where; the next ones replace them. */
    public static String of(Stack stack, Map<String, String> settings) {
        Path file = stack.directory().resolve("kafka.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
            return file.toString();
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }
}
