package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Counts the calls that are not closed per type, priority and district, since the last flush. Their slices are the minutes
 * in which they came in, so that the oldest is known.
 */
final class OpenCallsBuffer {

    private static final int CLOSE = List.of(Leg.values()).indexOf(Leg.CLOSE);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final PartialCountsBuffer counts;
    private final PriorityAndDistrictTexts seconds = new PriorityAndDistrictTexts();

    OpenCallsBuffer(QueryFeed feed) {
        counts = new PartialCountsBuffer(Map.of(Query.OPEN_CALLS, feed));
    }

    /** As of {@link CallBuffers}. */
    void add(CallBatch batch, int call, boolean takenBack) {
        if (batch.stages[call][CLOSE] == Call.NO_STAGE) {
            long received = batch.callDateTimes[call];
            counts.add(
                    received - Math.floorMod(received, MINUTE), batch.types[call], seconds.of(batch, call), takenBack);
        }
    }

    boolean isFull() {
        return counts.isFull();
    }

    void drainTo(BiConsumer<Query, PartialCounts> shuffle) {
        counts.drainTo(shuffle);
        seconds.clear();
    }
}
