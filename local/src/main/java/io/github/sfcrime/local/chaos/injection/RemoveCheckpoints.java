package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * Removes all checkpoints for good while all TaskManagers restart. The job cannot start then, and must not begin anew; it
 * is cancelled after a while, as by somebody who has read why.
 */
final class RemoveCheckpoints implements Injection {

    private static final long LOOK_EVERY_MILLIS = 500;

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws IOException, InterruptedException {
        Path gone = LatestCheckpoint.spoil(
                pipeline,
                checkpoint -> FileUtils.cleanDirectory(pipeline.checkpoints().toFile()));
        long end =
                System.nanoTime() + TimeUnit.SECONDS.toNanos(planned.lasting().toSeconds());
        while (System.nanoTime() < end) {
            if (pipeline.job().isRunning()) {
                throw new ChaosFailure("the job runs without " + gone);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        pipeline.job().cancel();
        return gone.getFileName().toString();
    }

    /** Each attempt to start says which file of which checkpoint is missing. */
    @Override
    public boolean isNamedBy(String reason) {
        return reason.contains("/chk-") && reason.contains("No such file");
    }
}
