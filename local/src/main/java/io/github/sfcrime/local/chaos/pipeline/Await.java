package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.cli.flink.FlinkFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Waits for conditions of programs that may be away meanwhile. */
public final class Await {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 100;

    private Await() {}

    /**
     * Returns once the condition holds; while Flink, Kafka or PostgreSQL does not answer it does not.
     *
     * @throws ChaosFailure if that takes more than five minutes
     */
    public static void until(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Exception latest = null;
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
                latest = null;
            } catch (FlinkFailure | KafkaException | ExecutionException | SQLException away) {
                latest = away;
            }
            if (System.nanoTime() > deadline) {
                throw new ChaosFailure(
                        what + " did not come about within " + LIMIT.toSeconds() + " s"
                                + (latest == null ? "" : ": " + latest.getMessage()),
                        latest);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Something that comes about. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws ExecutionException, SQLException, InterruptedException;
    }
}
