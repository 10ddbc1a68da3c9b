package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Calls that a job in this JVM reads one by one in the order of a list. */
final class GivenCalls implements AutoCloseable {

    private static final Map<String, List<CallRecord>> GIVEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final int number;

    GivenCalls(List<CallRecord> calls) {
        number = calls.size();
        GIVEN.put(id, List.copyOf(calls));
    }

    DataGeneratorSource<CallBatch> source() {
        return source(RateLimiterStrategy.noOp());
    }

    DataGeneratorSource<CallBatch> source(RateLimiterStrategy<?> rate) {
        String given = id;
        return new DataGeneratorSource<>(
                index -> CallBatch.of(Objects.requireNonNull(GIVEN.get(given)).get(index.intValue())),
                number,
                rate,
                TypeInformation.of(CallBatch.class));
    }

    @Override
    public void close() {
        GIVEN.remove(id);
    }
}
