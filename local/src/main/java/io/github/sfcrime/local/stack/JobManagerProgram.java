package io.github.sfcrime.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs as a cluster's JobManager.
 *
 * @param mainClass Flink's entry point
 * @param arguments for the entry point
 */
public record JobManagerProgram(String mainClass, List<String> arguments) {

    private static final String JOB = "io.github.sfcrime.job.CountCallsJob";

    /** Takes jobs from clients, and outlives them. */
    public static final JobManagerProgram SESSION =
            new JobManagerProgram("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", List.of());

    public JobManagerProgram {
        arguments = List.copyOf(arguments);
    }

    /**
     * Runs a job as an application: it takes no other, and ends with it.
     *
     * @param arguments options of the entry point, such as {@code --job-id}, and then those of the job
     */
    public static JobManagerProgram application(Path jar, List<String> arguments) {
        // Of this scheme a jar is used where it is, not copied.
        String inPlace = "local://" + jar.toUri().getRawPath();
        // The name of the class ends the list of jars, which would take in what follows.
        List<String> all = new ArrayList<>(List.of("--jars", inPlace, "--job-classname", JOB));
        all.addAll(arguments);
        return new JobManagerProgram(
                "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint", all);
    }
}
