package io.github.sfcrime.local.chaos.pipeline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Looks again and again at what must not go back or change, while faults last too. */
final class Watch implements AutoCloseable {

    private static final long SECONDS_BETWEEN = 1;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<String> mistakes = new ArrayList<>();
    private final List<Look> looks;

    Watch(List<Look> looks) {
        this.looks = List.copyOf(looks);
        ScheduledFuture<?> unused = // It ends with the thread.
                thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    private void look() {
        for (Look look : looks) {
            try {
                look.look();
            } catch (KafkaException | ExecutionException | SQLException away) {
                // It is, for a while: there is something to see when it is back.
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private synchronized void failed(RuntimeException e) {
        mistakes.add("cannot watch: " + e);
    }

    /** Why something could not be looked at. */
    synchronized List<String> differences() {
        return List.copyOf(mistakes);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Something to look at, which may be away. */
    @FunctionalInterface
    interface Look {
        void look() throws ExecutionException, SQLException, InterruptedException;
    }
}
