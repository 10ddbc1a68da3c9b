package io.github.sfcrime.job.partials;

import io.github.sfcrime.benchmarks.jmh.StepOfTheJob;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.loader.generate.CallGenerator;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it costs to find the slice of a call and to see that its windows still take it: by way of the last call's slice, and
 * anew. In this package because that slice is nobody else's.
 */
public class FindSlice extends StepOfTheJob {

    /** Enough that neither their times nor their branches are learned by heart. */
    private static final int CALLS = 1 << 15;

    private static final long BOUND = Duration.ofMinutes(10).toMillis();

    private final long[] times = new long[CALLS];
    private final WindowShape shape = WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(10));
    private final Lateness lateness = new Lateness(Duration.ZERO);
    private final CurrentSlice slice = new CurrentSlice(shape, lateness);
    private int next;

    /** Generates the times of calls, in their order. */
    @Setup
    public void makeTimes() {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.parse("2018-10-02T00:00"), 92_000);
        for (int i = 0; i < CALLS; i++) {
            times[i] =
                    generator.next().getCallDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
    }

    private long nextTime() {
        next = (next + 1) & (CALLS - 1);
        return times[next];
    }

    /** As the job does it. */
    @Benchmark
    public long byTheLastCallsSlice() {
        long time = nextTime();
        if (!slice.takes(time, time - BOUND)) {
            slice.moveTo(shape.sliceEnd(time));
        }
        return slice.end();
    }

    /** By arithmetic, for each call; {@link WindowShape#NEVER} if its first window is closed. */
    @Benchmark
    public long anew() {
        long time = nextTime();
        long end = shape.sliceEnd(time);
        boolean takesIt = shape.firstWindowEnd(end) > lateness.expired(WindowShape.complete(time - BOUND));
        return takesIt ? end : WindowShape.NEVER;
    }
}
