package io.github.sfcrime.console.board;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Shows on the board whether a broker answers, which a consumer that waits for records does not notice. */
record BrokerWatch(Board board, Admin admin) implements Runnable {

    private static final long TIMEOUT_SECONDS = 4;

    @Override
    public void run() {
        try {
            admin.describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            board.brokerAnswers(true);
        } catch (ExecutionException | TimeoutException e) {
            board.brokerAnswers(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
