package io.github.sfcrime.benchmarks.window;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Says which window and group a count is of. */
final class NameWindow extends ProcessWindowFunction<Long, WindowCount, Tuple2<String, String>, TimeWindow> {

    @Override
    public void process(
            Tuple2<String, String> group, Context context, Iterable<Long> counts, Collector<WindowCount> rows) {
        WindowCount row = new WindowCount();
        row.windowStart = context.window().getStart();
        row.windowEnd = context.window().getEnd();
        row.type = group.f0;
        row.disposition = group.f1;
        row.count = counts.iterator().next();
        rows.collect(row);
    }
}
