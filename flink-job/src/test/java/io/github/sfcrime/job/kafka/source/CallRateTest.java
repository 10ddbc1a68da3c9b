package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.junit.jupiter.api.Test;

class CallRateTest {

    @Test
    void aReaderTakesItsShareOfCallsHoweverTheyCome() throws Exception {
        long begun = System.nanoTime();
        RateLimiter<KafkaPartitionSplit> limiter = new CallRate(2_000).createRateLimiter(2);

        limiter.acquire(100);
        limiter.acquire(1);
        limiter.acquire(99).toCompletableFuture().get(1, TimeUnit.MINUTES);

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Test
    void aReaderTakesATenthOfASecondsCallsAtOnceAtMost() {
        assertThat(new CallRate(1_000).mostAtOnce(2)).isEqualTo(50);
        assertThat(new CallRate(3).mostAtOnce(1)).isEqualTo(1);
        assertThat(new CallRate(Integer.MAX_VALUE).mostAtOnce(1)).isEqualTo(Integer.MAX_VALUE / 10);
    }
}
