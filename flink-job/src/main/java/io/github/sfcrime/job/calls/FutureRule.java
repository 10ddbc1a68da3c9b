package io.github.sfcrime.job.calls;

import java.time.Duration;

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

    /** Gives each readable call that breaks the rule a problem. Records without a timestamp are not judged. */
    public void judge(CallBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            judge(batch, i);
        }
    }

    private void judge(CallBatch batch, int call) {
        if (batch.problems[call] != null || batch.timestamps[call] < 0) {
            return;
        }
        long time = batch.callDateTimes[call];
        long appended = clock.wallClock(batch.timestamps[call]);
        if (time - appended > bound.toMillis()) {
            String text = "from the future: call_date_time " + SanFranciscoClock.text(time) + " is more than " + bound
                    + " after the record was appended, at " + SanFranciscoClock.text(appended) + " San Francisco time";
            batch.reject(call, new Problem(Problem.Kind.FROM_FUTURE, text));
        }
    }
}
