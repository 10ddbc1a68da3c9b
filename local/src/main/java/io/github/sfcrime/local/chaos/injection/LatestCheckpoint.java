package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checkpoint from which the job is to restart, while something is wrong with it. */
final class LatestCheckpoint {

    private static final String CHECKPOINT = "chk-";

    private LatestCheckpoint() {}

    /**
     * Restarts all TaskManagers, changes the files of the checkpoint while there are none, and waits until the job has failed
     * to restore from it.
     *
     * @return the folder of the checkpoint
     */
    static Path spoil(Pipeline pipeline, Change change) throws IOException, InterruptedException {
        Processes processes = pipeline.stack().processes();
        List<String> taskManagers = Target.running(pipeline.stack(), "taskmanager");
        taskManagers.forEach(processes::kill);
        Path checkpoint = of(pipeline.checkpoints());
        change.of(checkpoint);
        long spoilt = System.currentTimeMillis();
        taskManagers.forEach(processes::startAgain);
        Await.until("a restore that fails", () -> hasFailedToRestore(pipeline, spoilt));
        return checkpoint;
    }

    private static Path of(Path folder) throws IOException {
        try (Stream<Path> checkpoints = Files.list(folder)) {
            return checkpoints
                    // One that was not finished has no metadata.
                    .filter(path -> Files.exists(path.resolve("_metadata")))
                    .max(Comparator.comparingLong(LatestCheckpoint::number))
                    .orElseThrow(() -> new ChaosFailure("no checkpoint in " + folder));
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(CHECKPOINT.length()));
    }

    private static boolean hasFailedToRestore(Pipeline pipeline, long since) {
        return pipeline.job().failures().stream()
                .anyMatch(failure -> failure.path("timestamp").asLong() >= since
                        && failure.path("stacktrace").asText().contains("Could not restore"));
    }

    /** What is done to it. */
    interface Change {

        void of(Path checkpoint) throws IOException;
    }
}
