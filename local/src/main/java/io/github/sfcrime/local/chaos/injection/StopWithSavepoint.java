package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Await;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Stops the job with a savepoint and starts it from there, at the same parallelism or one after the other of others. */
final class StopWithSavepoint implements Injection {

    private final int[] parallelisms;

    StopWithSavepoint(int... parallelisms) {
        this.parallelisms = parallelisms.clone();
    }

    @Override
    public String inject(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        StringBuilder told = new StringBuilder("parallelism");
        for (int parallelism : parallelisms) {
            Await.until("a running job", pipeline.job()::isRunning);
            String savepoint = pipeline.job().stop();
            pipeline.job().submit(parallelism, savepoint);
            told.append(' ').append(parallelism);
        }
        return told.toString();
    }
}
