package io.github.sfcrime.job.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * No call may be dated further ahead of the time at which its record was appended than a bound: one that is dated 2099
 * would close every window.
 */
public final class FutureRule {

    private final Duration bound;
    private final SanFranciscoClock clock = new SanFranciscoClock();

    /** The rule with that bound. */
    public FutureRule(Duration bound) {
        this.bound = bound;
    }

    /** Gives a readable call that breaks the rule a problem. Records without a timestamp are not judged. */
    public void judge(CallRecord call) {
        if (call.problem != null || call.source.timestamp < 0) {
            return;
        }
        long appended = clock.wallClock(call.source.timestamp);
        if (call.callDateTime - appended > bound.toMillis()) {
            call.fromFuture = true;
            call.problem = "from the future: call_date_time " + text(call.callDateTime) + " is more than " + bound
                    + " after the record was appended, at " + text(appended) + " San Francisco time";
        }
    }

    private static LocalDateTime text(long wallClock) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(wallClock), ZoneOffset.UTC);
    }
}
