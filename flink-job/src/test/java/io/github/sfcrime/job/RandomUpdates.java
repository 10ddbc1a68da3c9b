package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Leg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Records of calls that change, in no order, some of them twice.
 *
 * @param records all of them
 * @param latest of each call what its source said last
 */
record RandomUpdates(List<CallRecord> records, List<CallRecord> latest) {

    private static final int CLOSE = List.of(Leg.values()).indexOf(Leg.CLOSE);

    /** The same records for the same seed. */
    static RandomUpdates of(int calls, long seed) {
        Random random = new Random(seed);
        List<CallRecord> records = new ArrayList<>();
        List<CallRecord> latest = new ArrayList<>(RandomCalls.of(calls, seed));
        // Each of them is a record of a call, with a type, a disposition, stages and a time of its own.
        for (int update = 1; update <= 4; update++) {
            List<CallRecord> changed = RandomCalls.of(calls, seed + 100L * update);
            for (int i = 0; i < calls; i++) {
                CallRecord last = latest.get(i);
                last.lastUpdate = update == 1 ? last.callDateTime : last.lastUpdate;
                if (random.nextInt(3) > 0) {
                    records.add(last);
                    CallRecord next = changed.get(i);
                    next.crimeId = last.crimeId;
                    if (random.nextInt(20) > 0) {
                        moveTo(next, last.callDateTime);
                    }
                    next.lastUpdate = last.lastUpdate + 60_000;
                    next.stages[CLOSE] = random.nextInt(3) == 0 ? Call.NO_STAGE : next.callDateTime + 60_000;
                    latest.set(i, next);
                }
            }
        }
        records.addAll(latest);
        for (CallRecord record : List.copyOf(records)) {
            if (random.nextInt(10) == 0) {
                records.add(record);
            }
        }
        Collections.shuffle(records, random);
        return new RandomUpdates(List.copyOf(records), List.copyOf(latest));
    }

    private static void moveTo(CallRecord call, long time) {
        for (int i = 0; i < call.stages.length; i++) {
            call.stages[i] += call.stages[i] == Call.NO_STAGE ? 0 : time - call.callDateTime;
        }
        call.callDateTime = time;
    }
}
