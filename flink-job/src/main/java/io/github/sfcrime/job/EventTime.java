package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of calls: San Francisco wall-clock time, as they carry it. */
final class EventTime {

    private EventTime() {}

    /**
     * Watermarks that trail the latest call by {@code bound}. A bounded run knows no idleness: every partition is read to
     * its end, and one that is merely slow must not have its calls declared late.
     */
    static WatermarkStrategy<CallRecord> watermarks(Duration bound, Duration idleness, boolean bounded) {
        WatermarkStrategy<CallRecord> trailing = WatermarkStrategy.forBoundedOutOfOrderness(bound);
        WatermarkStrategy<CallRecord> strategy = bounded ? trailing : trailing.withIdleness(idleness);
        return WatermarkStrategy.forGenerator(context -> new CallsOnly(strategy.createWatermarkGenerator(context)))
                .withTimestampAssigner((call, appended) -> call.callDateTime);
    }
}
