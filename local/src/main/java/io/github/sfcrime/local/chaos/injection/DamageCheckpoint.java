package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.process.Processes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cuts the files of the latest checkpoint in half while no TaskManager runs, has the job try to restore from it, and brings
 * the rest of them back. Meanwhile the job must not begin anew.
 */
final class DamageCheckpoint implements Injection {

    private static final String CHECKPOINT = "chk-";

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws IOException, InterruptedException {
        Processes processes = pipeline.stack().processes();
        List<String> taskManagers = Target.running(pipeline.stack(), "taskmanager");
        taskManagers.forEach(processes::kill);
        Path checkpoint = latest(pipeline.checkpoints());
        Map<Path, byte[]> whole = cutInHalf(checkpoint);
        try {
            taskManagers.forEach(processes::startAgain);
            Await.until("a restore that fails", () -> hasFailedToRestore(pipeline));
            Thread.sleep(planned.lasting().toMillis());
        } finally {
            for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }
        return whole.size() + " files of " + checkpoint.getFileName() + " for "
                + planned.lasting().toSeconds() + " s";
    }

    private static Path latest(Path folder) throws IOException {
        try (Stream<Path> checkpoints = Files.list(folder)) {
            return checkpoints
                    // One that was not finished has no metadata.
                    .filter(path -> Files.exists(path.resolve("_metadata")))
                    .max(Comparator.comparingLong(DamageCheckpoint::number))
                    .orElseThrow(() -> new ChaosFailure("no checkpoint in " + folder));
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(CHECKPOINT.length()));
    }

    /** The files as they were. */
    private static Map<Path, byte[]> cutInHalf(Path checkpoint) throws IOException {
        Map<Path, byte[]> whole = new HashMap<>();
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                whole.put(file, bytes);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(bytes.length / 2);
                }
            }
        }
        return whole;
    }

    private static boolean hasFailedToRestore(Pipeline pipeline) {
        return pipeline.stack()
                .rest()
                .get("/jobs/" + pipeline.job().id() + "/exceptions")
                .toString()
                .contains("Could not restore");
    }
}
