package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.SanFranciscoClock;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * How far the latest call lies behind the clocks of San Francisco, in milliseconds; 0 before the first. Flink's own lag
 * metrics take call times for UTC and are off by the zone.
 */
final class EventTimeLag {

    private final ProcessingTimeService time;
    private long latest = Long.MIN_VALUE;
    private volatile long published = Long.MIN_VALUE;

    EventTimeLag(MetricGroup metrics, ProcessingTimeService time) {
        this.time = time;
        metrics.gauge("eventTimeLag", this::millis);
    }

    void see(long callDateTime) {
        if (callDateTime > latest) {
            latest = callDateTime;
        }
    }

    /** Shows what was seen to those who look from other threads, which is too dear to be done for each call. */
    void publish() {
        published = latest;
    }

    private long millis() {
        long call = published;
        return call == Long.MIN_VALUE ? 0 : new SanFranciscoClock().wallClock(time.getCurrentProcessingTime()) - call;
    }
}
