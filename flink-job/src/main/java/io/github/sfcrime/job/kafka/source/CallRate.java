package io.github.sfcrime.job.kafka.source;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * So many calls per second, by all readers together, of which each takes an equal share. Flink's own limiter keeps a thread
 * for each reader, which outlives the job.
 *
 * @param callsPerSecond how many
 */
record CallRate(int callsPerSecond) implements RateLimiterStrategy<KafkaPartitionSplit> {

    /** How many calls a reader takes at a time at most, so that it takes some ten times a second. */
    int mostAtOnce(int readers) {
        return (int) Math.max(1, Math.min(share(readers) / 10, Integer.MAX_VALUE));
    }

    private double share(int readers) {
        return (double) callsPerSecond / readers;
    }

    @Override
    public RateLimiter<KafkaPartitionSplit> createRateLimiter(int readers) {
        return new Share(new Schedule(share(readers), System.nanoTime()));
    }

    private record Share(Schedule schedule) implements RateLimiter<KafkaPartitionSplit> {

        @Override
        public CompletionStage<Void> acquire(int calls) {
            long now = System.nanoTime();
            CompletableFuture<Void> due = new CompletableFuture<>();
            return due.completeOnTimeout(null, schedule.passAt(now, calls) - now, TimeUnit.NANOSECONDS);
        }
    }
}
