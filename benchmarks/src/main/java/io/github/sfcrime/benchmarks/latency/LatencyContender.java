package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.benchmarks.flink.EarlierJob;
import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.flink.JobArguments;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.util.List;

/**
 * A job that writes the running total of a group at each of its calls.
 *
 * @param program the job
 * @param outputTopic where its totals go
 */
record LatencyContender(FlinkProgram program, String outputTopic) {

    private static final String STANDARD = "standard-totals";

    /** The one of that name; {@code job@} and a commit is the job as it was there, and built at the first time. */
    static LatencyContender named(String name, Path root) {
        if (EarlierJob.isNamed(name)) {
            EarlierJob earlier = EarlierJob.named(root, name);
            earlier.build();
            return new LatencyContender(FlinkProgram.job(name, earlier), Topic.CRIME_TOTALS.name());
        }
        return switch (name) {
            case "job" -> new LatencyContender(FlinkProgram.job(root), Topic.CRIME_TOTALS.name());
            case STANDARD -> new LatencyContender(FlinkProgram.standardTotals(root, STANDARD), STANDARD);
            default ->
                throw new UserErrorException("there is no contender " + name + ", there are job, " + EarlierJob.PREFIX
                        + "COMMIT and " + STANDARD);
        };
    }

    List<String> arguments(String bootstrapServers, String topic, Delivery delivery, String kafkaFile) {
        List<String> common = List.of(
                "--group-id",
                "latency",
                "--emit-interval",
                "PT0S",
                "--delivery",
                delivery.toString(),
                "--kafka-config",
                kafkaFile);
        if (program.name().equals(STANDARD)) {
            return concat(
                    List.of("--bootstrap-servers", bootstrapServers, "--topic", topic, "--output-topic", STANDARD),
                    common);
        }
        return JobArguments.reading(bootstrapServers, topic, concat(List.of("--query", "totals"), common));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}
