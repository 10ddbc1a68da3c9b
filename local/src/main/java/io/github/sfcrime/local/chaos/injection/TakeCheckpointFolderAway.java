package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the job's folder of checkpoints away, so that none can be written, and brings it back. */
final class TakeCheckpointFolderAway implements Injection {

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws IOException, InterruptedException {
        Path folder = pipeline.checkpoints();
        Path away = folder.resolveSibling("away-" + planned.number());
        Files.move(folder, away);
        Files.createFile(folder);
        try {
            Thread.sleep(planned.lasting().toMillis());
        } finally {
            Files.delete(folder);
            Files.move(away, folder);
        }
        return "for " + planned.lasting().toSeconds() + " s";
    }
}
