package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SanFranciscoClock;
import java.util.function.ToLongFunction;

/** Which time windows go by. */
public enum TimeSource {
    /** The call's own. */
    EVENT,
    /** When the call's record was appended to Kafka, as San Francisco wall-clock time. */
    KAFKA;

    /** The time of calls, in milliseconds as if it were UTC; for one thread. */
    public ToLongFunction<CallRecord> ofCalls() {
        if (this == EVENT) {
            return call -> call.callDateTime;
        }
        SanFranciscoClock clock = new SanFranciscoClock();
        return call -> clock.wallClock(call.source.timestamp);
    }
}
