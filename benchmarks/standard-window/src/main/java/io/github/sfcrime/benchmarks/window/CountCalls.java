package io.github.sfcrime.benchmarks.window;

import org.apache.flink.api.common.functions.AggregateFunction;

/** Counts a window's calls as they come. */
final class CountCalls implements AggregateFunction<Call, Long, Long> {

    @Override
    public Long createAccumulator() {
        return 0L;
    }

    @Override
    public Long add(Call call, Long count) {
        return count + 1;
    }

    @Override
    public Long getResult(Long count) {
        return count;
    }

    @Override
    public Long merge(Long one, Long other) {
        return one + other;
    }
}
