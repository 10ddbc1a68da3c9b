package io.github.sfcrime.loader.generate;

import java.util.function.DoubleSupplier;

/**
 * Call times in the order in which calls arrive: a Poisson process whose rate follows the hours of the day and varies from
 * day to day, in which three calls of ten trail the latest one by some minutes, rarely by hours.
 */
final class ArrivalTimes {

    private static final double MINUTES_PER_HOUR = 60;

    /** Calls by hour of the day, of 199,999. */
    private static final double[] HOURS = {
        5_262, 4_184, 3_727, 2_870, 2_618, 2_755, 4_324, 8_048, 9_552, 10_277, 10_285, 10_583,
        10_987, 10_860, 10_847, 11_250, 13_372, 13_484, 12_589, 9_856, 8_253, 8_073, 8_918, 7_025
    };

    private static final double MEAN_HOUR = 199_999 / 24.0;
    private static final double TRAILING = 0.304;
    private static final int LONGEST_LAG = 176;

    private final DoubleSupplier units;
    private final double callsPerMinute;
    private final long start;
    private double now;
    private long latest;
    private long hour = Long.MIN_VALUE;
    private double hourRate;
    private double dayFactor;

    /**
     * @param startMinute first minute
     * @param units random numbers from 0 to below 1
     */
    ArrivalTimes(long startMinute, double callsPerHour, DoubleSupplier units) {
        this.units = units;
        callsPerMinute = callsPerHour / MINUTES_PER_HOUR;
        start = startMinute;
        now = startMinute;
        latest = startMinute;
        dayFactor = dayFactor();
    }

    /** The minute of the next call to arrive. */
    long next() {
        double wait = -StrictMath.log(1 - units.getAsDouble());
        enterHour();
        while (now + wait / hourRate >= endOfHour()) {
            wait -= (endOfHour() - now) * hourRate;
            now = endOfHour();
            enterHour();
        }
        now += wait / hourRate;
        if (units.getAsDouble() < TRAILING) {
            return Math.max(start, latest - lag());
        }
        latest = (long) Math.floor(now);
        return latest;
    }

    /** The minute at which the last call arrived. */
    long arrival() {
        return (long) Math.floor(now);
    }

    private double endOfHour() {
        return (hour + 1) * MINUTES_PER_HOUR;
    }

    private void enterHour() {
        long current = (long) Math.floor(now / MINUTES_PER_HOUR);
        if (current == hour) {
            return;
        }
        if (hour != Long.MIN_VALUE && Math.floorMod(current, 24) == 0) {
            dayFactor = dayFactor();
        }
        hour = current;
        hourRate = callsPerMinute * dayFactor * HOURS[Math.floorMod(current, 24)] / MEAN_HOUR;
    }

    /** About normal around 1, as the file's days are, from 1,442 to 2,691 around 2,208 calls. */
    private double dayFactor() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += units.getAsDouble();
        }
        return Math.max(0.65, Math.min(1.22, 1 + (sum - 6) * 0.09));
    }

    /** Minutes behind the latest call: median 2, nineteen of twenty within 6, 99 of 100 within 12. */
    private long lag() {
        double unit = units.getAsDouble();
        if (unit < 0.02) {
            return Math.min(LONGEST_LAG, (long) (8 * StrictMath.pow(1 - unit / 0.02, -1 / 1.7)));
        }
        return 1 + (long) (StrictMath.log(1 - (unit - 0.02) / 0.98) / StrictMath.log(0.56));
    }
}
