package io.github.sfcrime.loader.send;

import io.github.sfcrime.cli.UserErrorException;
import picocli.CommandLine.Option;

/** The options for the target topic. */
public final class TopicOptions {

    @Option(
            names = {"-t", "--topic"},
            paramLabel = "TOPIC",
            defaultValue = "crime_data",
            description = "The topic to send to, created where it is missing (default: ${DEFAULT-VALUE}).")
    private String topic = "crime_data";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many partitions a new topic gets (default: ${DEFAULT-VALUE}).")
    private int partitions;

    public String topic() {
        if (!topic.matches("[a-zA-Z0-9._-]{1,249}")) {
            throw new UserErrorException("a topic's name has letters, digits, '.', '_' and '-' only: " + topic);
        }
        return topic;
    }

    public int partitions() {
        if (partitions < 1) {
            throw new UserErrorException("--partitions must be at least 1: " + partitions);
        }
        return partitions;
    }
}
