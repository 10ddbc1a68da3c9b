package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Places;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls that each follow from their number, so that a job that is restored from a savepoint goes on with the same ones. A
 * call is at most {@link #BOUND} behind another with a lower number.
 *
 * @param number how many
 * @param seed what they follow from beside their number
 */
record NumberedCalls(int number, long seed) implements Serializable {

    private static final Map<Long, LongAdder> READ = new ConcurrentHashMap<>();

    static final Duration BOUND = Duration.ofHours(2);

    private static final long START = Instant.parse("2018-11-03T20:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final List<String> TYPES = List.of("Passing Call", "Traffic Stop", "Trespasser", "22500e", "Poss");
    private static final List<@Nullable String> DISPOSITIONS = Arrays.asList("HAN", "22", "CAN", "Not recorded", null);

    /** How many have been read in this JVM, over all runs. */
    long read() {
        return READ.computeIfAbsent(seed, unread -> new LongAdder()).sum();
    }

    private CallBatch read(long index) {
        READ.computeIfAbsent(seed, unread -> new LongAdder()).increment();
        return CallBatch.of(at(index));
    }

    private CallRecord at(long index) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        CallRecord call = new CallRecord();
        call.crimeId = index;
        call.callDateTime = START + (index - random.nextInt((int) BOUND.toMinutes())) * MINUTE;
        call.originalCrimeTypeName = TYPES.get(random.nextInt(TYPES.size()));
        call.disposition = DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size()));
        call.places = new String[Places.KINDS.size()];
        call.places[Places.FIELDS.indexOf("address")] = random.nextInt(20) + " Market St";
        TestStages.addTo(call, index);
        return call;
    }

    List<CallRecord> all() {
        return LongStream.range(0, number).mapToObj(this::at).toList();
    }

    /** A source of them that takes {@code seconds} for all, and waits once so many have been read, over all runs. */
    DataGeneratorSource<CallBatch> source(double seconds, long until) {
        RateLimiterStrategy<?> rate = RateLimiterStrategy.perSecond(number / seconds);
        return new DataGeneratorSource<>(
                this::read,
                number,
                readers -> new Gate(rate.createRateLimiter(readers), () -> read() >= until),
                TypeInformation.of(CallBatch.class));
    }

    /** A limiter that lets nothing pass any more once it is shut. */
    private record Gate(RateLimiter<?> rate, BooleanSupplier shut) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletionStage<Void> acquire(int calls) {
            return shut.getAsBoolean() ? new CompletableFuture<>() : rate.acquire(calls);
        }
    }
}
