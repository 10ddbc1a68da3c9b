package io.github.sfcrime.benchmarks.contender;

import java.nio.file.Path;
import java.util.List;

/**
 * Counts with Kafka Streams.
 *
 * @param root the checkout
 */
record KafkaStreamsProgram(Path root) implements ContenderProgram {

    @Override
    public String mainClass() {
        return "io.github.sfcrime.benchmarks.streams.StreamsCounts";
    }

    @Override
    public String classPath() {
        return ContenderProgram.classPath(
                root.resolve("benchmarks/streams"), "mvn -DskipTests package -pl benchmarks -am");
    }

    @Override
    public List<String> arguments(Task task) {
        return List.of(
                task.id(),
                task.bootstrapServers(),
                task.topic(),
                task.closingTopic(),
                task.id() + "-rows",
                Integer.toString(task.parallelism()),
                task.unevenness().toString(),
                task.directory().toString(),
                task.query().toString(),
                task.emitInterval().toString());
    }
}
