package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stack and its job hold at one time, which should not grow with the faults that it has been through.
 *
 * @param processes each of its JVMs
 * @param checkpointBytes state in the latest checkpoint
 * @param checkpointFiles files in the job's folder of checkpoints
 * @param temporaryFiles files in Flink's folder of temporary ones
 */
public record StackUsage(
        List<ResourceUsage> processes, long checkpointBytes, long checkpointFiles, long temporaryFiles) {

    private static final String POSTGRES = "postgres";

    /** As of now; a process that is not there is left out. */
    static StackUsage of(Stack stack, String job) throws InterruptedException {
        List<ResourceUsage> processes = new ArrayList<>();
        for (Daemon daemon : stack.processes().recorded()) {
            if (!daemon.name().equals(POSTGRES)) {
                try {
                    processes.add(ResourceUsage.of(daemon));
                } catch (StackFailure gone) {
                    // It has ended since.
                }
            }
        }
        Path cluster = stack.directory().resolve("cluster");
        return new StackUsage(
                processes,
                checkpointBytes(stack, job),
                files(cluster.resolve("checkpoints").resolve(job)),
                files(cluster.resolve("tmp")));
    }

    private static long checkpointBytes(Stack stack, String job) {
        try {
            return stack.rest()
                    .get("/jobs/" + job + "/checkpoints")
                    .at("/latest/completed/state_size")
                    .asLong();
        } catch (FlinkFailure away) {
            return 0;
        }
    }

    private static long files(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}
