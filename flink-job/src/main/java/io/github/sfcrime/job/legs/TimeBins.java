package io.github.sfcrime.job.legs;

import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import java.time.Duration;

/**
 * The bins of a DDSketch, a table of counts whose bins grow with what they hold (Masson, Rim and Lee, DDSketch, VLDB 2019). A
 * bin's time is within half a percent of every time in it. Rounded to whole seconds, as the times are, it is within one
 * percent, and exact below 100 seconds, where no bin holds two.
 */
public final class TimeBins {

    /** The longest time that is counted; anything beyond is a mistake in the data. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** The number of bins up to that time. */
    static final int NUMBER;

    private static final double ACCURACY = 0.005;

    private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(ACCURACY);

    static {
        NUMBER = of(LONGEST.toSeconds()) + 1;
    }

    private TimeBins() {}

    /** The bin of a time from 0 to {@link #LONGEST}; its number is 0 or above. */
    static int of(long seconds) {
        return seconds == 0 ? 0 : MAPPING.index((double) seconds) + 1;
    }

    /** The time of a bin in seconds. */
    static long seconds(int bin) {
        return bin == 0 ? 0 : Math.round(MAPPING.value(bin - 1));
    }
}
