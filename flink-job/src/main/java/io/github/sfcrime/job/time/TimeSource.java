package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.SanFranciscoClock;
import java.util.function.Function;

/** Which time windows go by. */
public enum TimeSource {
    /** The call's own. */
    EVENT,
    /** When the call's record was appended to Kafka, as San Francisco wall-clock time. */
    KAFKA;

    /**
     * The times of a batch's calls, in milliseconds as if it were UTC; for one thread. Calls that can't be counted have
     * {@link Call#NO_EVENT_TIME}.
     */
    public Function<CallBatch, long[]> ofCalls() {
        if (this == EVENT) {
            return batch -> batch.callDateTimes;
        }
        SanFranciscoClock clock = new SanFranciscoClock();
        return batch -> {
            long[] times = new long[batch.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = batch.problems[i] == null ? clock.wallClock(batch.timestamps[i]) : Call.NO_EVENT_TIME;
            }
            return times;
        };
    }
}
