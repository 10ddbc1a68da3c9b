package io.github.sfcrime.job.kafka.source;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** When a reader may go on, after what it has taken. */
final class Pace {

    private final RateLimiter<KafkaPartitionSplit> limiter;
    private CompletableFuture<Void> next = CompletableFuture.completedFuture(null);

    Pace(RateLimiter<KafkaPartitionSplit> limiter) {
        this.limiter = limiter;
    }

    static Pace unlimited() {
        CompletableFuture<Void> atOnce = CompletableFuture.completedFuture(null);
        return new Pace(calls -> atOnce);
    }

    void took(int calls) {
        next = limiter.acquire(calls).toCompletableFuture();
    }

    /** Done once it may. */
    CompletableFuture<Void> next() {
        return next;
    }

    boolean allows() {
        return next.isDone();
    }
}
