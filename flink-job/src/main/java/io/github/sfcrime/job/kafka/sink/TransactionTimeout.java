package io.github.sfcrime.job.kafka.sink;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How long a transaction may stay open. It has to outlast a checkpoint and a restart, or what it wrote is lost; the broker
 * refuses one that is above its own limit.
 */
public final class TransactionTimeout {

    private TransactionTimeout() {}

    /**
     * What the user's Kafka settings say, else all that the broker allows.
     *
     * @return milliseconds
     * @throws IllegalArgumentException if it does not fit the broker's limit or the checkpoints
     */
    public static long millis(Properties clientConfig, long brokerLimit, Duration checkpointInterval) {
        String setting = ProducerConfig.TRANSACTION_TIMEOUT_CONFIG;
        long timeout = Long.parseLong(clientConfig.getProperty(setting, Long.toString(brokerLimit)));
        if (timeout > brokerLimit) {
            throw new IllegalArgumentException(setting + " must be at most the broker's transaction.max.timeout.ms, "
                    + brokerLimit + ": " + timeout);
        }
        if (checkpointInterval.toMillis() * 2 > timeout) {
            throw new IllegalArgumentException("delivery exactly-once takes a checkpoint interval of at most half of "
                    + setting + ", " + timeout + " ms, or results could be lost with their transaction: "
                    + checkpointInterval + "; lower execution.checkpointing.interval");
        }
        return timeout;
    }
}
