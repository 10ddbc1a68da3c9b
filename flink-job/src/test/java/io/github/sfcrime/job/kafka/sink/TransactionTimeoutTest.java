package io.github.sfcrime.job.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionTimeoutTest {

    private static final long BROKER_LIMIT = 900_000;

    @Test
    void itIsWhatTheBrokerAllowsUnlessTheUserSaysLess() {
        assertThat(TransactionTimeout.millis(config(null), BROKER_LIMIT, Duration.ofSeconds(10)))
                .isEqualTo(BROKER_LIMIT);
        assertThat(TransactionTimeout.millis(config("60000"), BROKER_LIMIT, Duration.ofSeconds(10)))
                .isEqualTo(60_000);
    }

    @Test
    void moreThanTheBrokerAllowsIsRefused() {
        assertThatThrownBy(() -> TransactionTimeout.millis(config("3600000"), BROKER_LIMIT, Duration.ofSeconds(10)))
                .hasMessage("transaction.timeout.ms must be at most the broker's transaction.max.timeout.ms, 900000:"
                        + " 3600000");
    }

    @Test
    void checkpointsThatTransactionsWouldNotOutlastAreRefused() {
        assertThatThrownBy(() -> TransactionTimeout.millis(config(null), BROKER_LIMIT, Duration.ofMinutes(10)))
                .hasMessageStartingWith("delivery exactly-once takes a checkpoint interval of at most half of"
                        + " transaction.timeout.ms, 900000 ms")
                .hasMessageEndingWith("PT10M; lower execution.checkpointing.interval");
    }

    private static Properties config(@Nullable String timeout) {
        Properties config = new Properties();
        if (timeout != null) {
            config.put("transaction.timeout.ms", timeout);
        }
        return config;
    }
}
