package io.github.sfcrime.console.board;

import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.cli.flink.JobGoneException;
import io.github.sfcrime.console.progress.JobProgress;
import io.github.sfcrime.console.progress.KafkaOffsets;
import io.github.sfcrime.console.progress.RunningJob;
import io.github.sfcrime.console.progress.SeveralJobsException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Shows the job's progress on the board, or nothing where Flink does not answer. */
final class JobWatch implements Runnable {

    private final Board board;
    private final FlinkRest rest;
    private final KafkaOffsets kafka;
    private final @Nullable String job;
    private final String dashboard;
    private @Nullable JobProgress progress;

    /** Watches that job, or the only one that runs. */
    JobWatch(Board board, FlinkRest rest, KafkaOffsets kafka, @Nullable String job) {
        this.board = board;
        this.rest = rest;
        this.kafka = kafka;
        this.job = job;
        dashboard = rest.url().toString();
    }

    @Override
    public void run() {
        try {
            RunningJob running = RunningJob.find(rest, job);
            JobProgress known = progress;
            if (known == null || !known.isOf(running)) {
                known = new JobProgress(rest, kafka, running);
                known.begin();
                progress = known;
            } else {
                board.job(known.next(), dashboard);
            }
        } catch (SeveralJobsException | JobGoneException e) {
            board.job(null, dashboard);
        } catch (IOException | KafkaException | FlinkFailure e) {
            board.job(null, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
