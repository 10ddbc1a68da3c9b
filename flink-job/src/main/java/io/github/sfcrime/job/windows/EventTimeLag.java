package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.SanFranciscoClock;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * How far the latest call lies behind the clocks of San Francisco, in milliseconds; 0 before the first. Flink's own lag
 * metrics take call times for UTC and are off by the zone.
 */
final class EventTimeLag {

    private final ProcessingTimeService time;
    private volatile long latest = Long.MIN_VALUE;

    EventTimeLag(MetricGroup metrics, ProcessingTimeService time) {
        this.time = time;
        metrics.gauge("eventTimeLag", this::millis);
    }

    void see(long callDateTime) {
        if (callDateTime > latest) {
            latest = callDateTime;
        }
    }

    private long millis() {
        long call = latest;
        return call == Long.MIN_VALUE ? 0 : new SanFranciscoClock().wallClock(time.getCurrentProcessingTime()) - call;
    }
}
