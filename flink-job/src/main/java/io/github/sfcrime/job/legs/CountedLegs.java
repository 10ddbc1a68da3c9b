package io.github.sfcrime.job.legs;

import io.github.sfcrime.job.calls.Leg;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was counted of one priority and district in a window: a table of bins for each leg. */
public final class CountedLegs {

    private final Map<String, Leg> legs = new TreeMap<>();
    private final Map<Leg, Map<Integer, Long>> bins = new EnumMap<>(Leg.class);
    private long calls;
    private long withinGoal;

    /** Nothing counted. */
    public CountedLegs() {
        for (Leg leg : Leg.values()) {
            legs.put(leg.title(), leg);
            bins.put(leg, new TreeMap<>());
        }
    }

    /** Adds the count of a {@link Measure}. */
    public void add(String measure, long count) {
        if (measure.equals(Measure.CALLS)) {
            calls += count;
        } else if (measure.equals(Measure.WITHIN_GOAL)) {
            withinGoal += count;
        } else {
            int end = measure.indexOf(' ');
            of(legs.get(measure.substring(0, end)))
                    .merge(Integer.parseInt(measure, end + 1, measure.length(), 10), count, Long::sum);
        }
    }

    private Map<Integer, Long> of(@Nullable Leg leg) {
        Map<Integer, Long> ofLeg = leg == null ? null : bins.get(leg);
        if (ofLeg == null) {
            throw new IllegalStateException("counts of a leg that this version does not know");
        }
        return ofLeg;
    }

    /** How many calls came to the stage that the leg ends with. */
    public long count(Leg leg) {
        return of(leg).values().stream().mapToLong(count -> count).sum();
    }

    /** What a row says of a leg; {@code goal} is the priority's, null where it has none. */
    public LegTimes times(Leg leg, @Nullable Duration goal) {
        long count = count(leg);
        LegTimes times = new LegTimes();
        times.calls = calls;
        if (count > 0) {
            times.median = percentile(leg, count, 50);
            times.p90 = percentile(leg, count, 90);
            times.p99 = percentile(leg, count, 99);
        }
        if (leg == Leg.ONSCENE && goal != null) {
            times.goal = goal.toSeconds();
            times.withinGoal = count == 0 ? null : (double) withinGoal / count;
        }
        return times;
    }

    /** The shortest time that is no shorter than so many of a hundred, as SQL's PERCENTILE_DISC has it. */
    private long percentile(Leg leg, long count, int ofHundred) {
        long before = 0;
        for (Map.Entry<Integer, Long> bin : of(leg).entrySet()) {
            before += bin.getValue();
            if (before * 100 >= count * ofHundred) {
                return TimeBins.seconds(bin.getKey());
            }
        }
        throw new IllegalStateException("no bin holds the last of " + count + " times");
    }
}
