package io.github.sfcrime.local.chaos;

import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.fault.Schedule;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.commons.io.FileUtils;

/** The folder that tells of a run: schedule, report, differences, offsets, the job's failures, the stack with its logs. */
final class Evidence {

    private static final int MOST_PLANNED = 1_000;

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    /** Notes what is going to happen. */
    void schedule(ChaosSettings settings) throws IOException {
        List<String> planned =
                Schedule.of(settings.seed(), settings.faults(), Math.min(settings.rounds(), MOST_PLANNED)).stream()
                        .map(PlannedFault::describe)
                        .toList();
        Files.write(folder.resolve("schedule.txt"), planned);
    }

    /** Notes what has come of it. */
    void report(Report report) throws IOException {
        Files.writeString(folder.resolve("report.json"), report.toJson());
        Files.write(folder.resolve("differences.txt"), report.differences());
    }

    /** Notes how far the job has read, and why it failed. */
    void job(Pipeline pipeline) throws IOException, InterruptedException {
        try {
            Files.writeString(folder.resolve("offsets.txt"), pipeline.committedOffsets() + System.lineSeparator());
            Files.writeString(
                    folder.resolve("failures.json"),
                    pipeline.stack()
                            .rest()
                            .get("/jobs/" + pipeline.job().id() + "/exceptions")
                            .toPrettyString());
        } catch (ExecutionException | FlinkFailure away) {
            Files.writeString(folder.resolve("failures.json"), String.valueOf(away.getMessage()));
        }
    }

    /** Removes it. */
    void delete() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }
}
