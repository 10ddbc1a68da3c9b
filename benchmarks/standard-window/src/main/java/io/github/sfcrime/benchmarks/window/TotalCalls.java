package io.github.sfcrime.benchmarks.window;

import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the calls of a group and emits the total once per interval in which it has changed, or at each call where the
 * interval is 0; what is left is emitted at the end of the input, where timers of processing time are dropped.
 */
final class TotalCalls extends KeyedProcessFunction<Tuple2<String, String>, Call, WindowCount> {

    private final long intervalMillis;
    private transient ValueState<Long> total;

    TotalCalls(long intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void open(OpenContext context) {
        total = getRuntimeContext().getState(new ValueStateDescriptor<>("total", Types.LONG));
    }

    @Override
    public void processElement(Call call, Context context, Collector<WindowCount> totals) throws IOException {
        Long before = total.value();
        total.update(before == null ? 1 : before + 1);
        if (intervalMillis == 0) {
            emit(context.getCurrentKey(), totals);
            return;
        }
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now - now % intervalMillis + intervalMillis);
        if (before == null) {
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<WindowCount> totals) throws IOException {
        emit(context.getCurrentKey(), totals);
    }

    private void emit(Tuple2<String, String> group, Collector<WindowCount> totals) throws IOException {
        WindowCount row = new WindowCount();
        row.type = group.f0;
        row.disposition = group.f1;
        row.count = total.value();
        totals.collect(row);
    }
}
