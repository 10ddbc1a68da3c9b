package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.legs.Measure;
import io.github.sfcrime.job.legs.TimeBins;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import io.github.sfcrime.job.query.Query;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Counts calls per priority and district, and each of their legs per bin of its time, since the last flush. */
final class LegsBuffer {

    private static final Leg[] LEGS = Leg.values();
    private static final long LONGEST_MILLIS = TimeBins.LONGEST.toMillis();
    private static final long MILLIS_PER_SECOND = 1_000;

    private final PartialCountsBuffer counts;
    private final Map<String, Duration> goals;
    private final OutcomeDeltas outcomes;
    private final PriorityAndDistrictTexts firsts = new PriorityAndDistrictTexts();

    LegsBuffer(QueryFeed feed, Map<String, Duration> goals, OutcomeDeltas outcomes) {
        counts = new PartialCountsBuffer(Map.of(Query.RESPONSE_TIMES, feed));
        this.goals = goals;
        this.outcomes = outcomes;
    }

    /** As of {@link CallBuffers}. */
    void add(long sliceEnd, CallBatch batch, int call, boolean takenBack) {
        String priority = batch.priorities[call];
        String first = firsts.of(batch, call);
        counts.add(sliceEnd, first, Measure.CALLS, takenBack);
        for (int i = 0; i < LEGS.length; i++) {
            long received = batch.callDateTimes[call];
            long stage = batch.stages[call][i];
            Outcome mistake = mistake(received, stage);
            if (mistake != null) {
                outcomes.add(mistake, takenBack ? -1 : 1);
            } else {
                addTime(sliceEnd, first, priority, LEGS[i], stage - received, takenBack);
            }
        }
    }

    /** Why the time from one to the other is not counted; null where it is. */
    private static @Nullable Outcome mistake(long received, long stage) {
        if (stage == Call.NO_STAGE) {
            return Outcome.LEG_MISSING;
        }
        if (stage < received) {
            return Outcome.LEG_NEGATIVE;
        }
        long millis = stage - received;
        // Below 0 where it is too long for a long.
        return millis < 0 || millis > LONGEST_MILLIS ? Outcome.LEG_TOO_LONG : null;
    }

    private void addTime(
            long sliceEnd, String first, @Nullable String priority, Leg leg, long millis, boolean takenBack) {
        counts.add(sliceEnd, first, Measure.of(leg, millis / MILLIS_PER_SECOND), takenBack);
        if (leg == Leg.ONSCENE && priority != null) {
            Duration goal = goals.get(priority);
            if (goal != null && millis <= goal.toMillis()) {
                counts.add(sliceEnd, first, Measure.WITHIN_GOAL, takenBack);
            }
        }
    }

    boolean isFull() {
        return counts.isFull();
    }

    void drainTo(BiConsumer<Query, PartialCounts> shuffle) {
        counts.drainTo(shuffle);
        firsts.clear();
    }
}
