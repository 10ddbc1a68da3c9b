package io.github.sfcrime.local.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What runs as a cluster's JobManager.
 *
 * @param mainClass Flink's entry point
 * @param classPath what it runs on besides Flink's own class path
 * @param arguments for the entry point
 */
public record JobManagerProgram(String mainClass, List<Path> classPath, List<String> arguments) {

    /** Takes jobs from clients, and outlives them. */
    public static final JobManagerProgram SESSION = new JobManagerProgram(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", List.of(), List.of());
}
