package io.github.sfcrime.loader.generate;

import java.util.List;

/**
 * A priority, its share of calls, and how long a call of it takes from each stage to the next. Each time is log-normal, so
 * that some calls take many times as long as most: a median in seconds, and the standard deviation of its logarithm.
 *
 * @param name as the feeds have it
 * @param share of a hundred calls
 * @param intake from received to entered
 * @param queue from entered to dispatched
 * @param turnout from dispatched to en route
 * @param travel from en route to on scene
 * @param work from on scene to closed
 */
record CallPriority(String name, double share, Span intake, Span queue, Span turnout, Span travel, Span work) {

    private static final List<CallPriority> ALL = List.of(
            new CallPriority("A", 14, span(75, 0.5), span(90, 0.9), span(20, 0.7), span(240, 0.6), span(2_400, 1.0)),
            new CallPriority("B", 41, span(90, 0.5), span(480, 1.2), span(25, 0.7), span(360, 0.7), span(1_500, 1.0)),
            new CallPriority("C", 44, span(100, 0.5), span(1_500, 1.3), span(30, 0.8), span(420, 0.8), span(900, 1.1)),
            new CallPriority("E", 1, span(60, 0.5), span(60, 0.8), span(20, 0.7), span(240, 0.6), span(1_800, 1.0)));

    /**
     * A log-normal time.
     *
     * @param median in seconds
     * @param spread the standard deviation of its natural logarithm
     */
    record Span(double median, double spread) {

        /** The time in whole seconds at a value of the standard normal distribution. */
        long seconds(double normal) {
            return (long) (median * StrictMath.exp(spread * normal));
        }
    }

    private static Span span(double median, double spread) {
        return new Span(median, spread);
    }

    static WeightedChoice<CallPriority> choice() {
        return new WeightedChoice<>(
                ALL, ALL.stream().mapToDouble(CallPriority::share).toArray());
    }
}
