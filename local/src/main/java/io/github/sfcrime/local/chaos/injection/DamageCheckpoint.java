package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cuts the files of the latest checkpoint in half while all TaskManagers restart, and brings the rest of them back. Meanwhile
 * the job must not begin anew.
 */
final class DamageCheckpoint implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws IOException, InterruptedException {
        Map<Path, byte[]> whole = new HashMap<>();
        try {
            Path checkpoint = LatestCheckpoint.spoil(pipeline, latest -> cutInHalf(latest, whole));
            Thread.sleep(planned.lasting().toMillis());
            return whole.size() + " files of " + checkpoint.getFileName() + " for "
                    + planned.lasting().toSeconds() + " s";
        } finally {
            for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    /** @param whole the files as they were */
    private static void cutInHalf(Path checkpoint, Map<Path, byte[]> whole) throws IOException {
        for (Path file : files(checkpoint)) {
            byte[] bytes = Files.readAllBytes(file);
            whole.put(file, bytes);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(bytes.length / 2);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
