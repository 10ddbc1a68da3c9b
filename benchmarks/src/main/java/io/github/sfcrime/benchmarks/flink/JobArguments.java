package io.github.sfcrime.benchmarks.flink;

import java.util.ArrayList;
import java.util.List;

/** Arguments of the job that every benchmark gives. */
public final class JobArguments {

    /** Workloads may reach beyond today, and the job must not take their calls for mistakes. */
    private static final List<String> FROM_ANY_TIME = List.of("--future-bound", "none");

    private JobArguments() {}

    /** Where to read, and what the one who asks adds. */
    public static List<String> reading(String bootstrapServers, String topic, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap-servers", bootstrapServers, "--topic", topic));
        arguments.addAll(FROM_ANY_TIME);
        arguments.addAll(more);
        return arguments;
    }
}
