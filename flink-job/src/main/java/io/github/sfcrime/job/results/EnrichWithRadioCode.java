package io.github.sfcrime.job.results;

import io.github.sfcrime.job.windows.WindowedCount;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/** Spells the disposition out: a count becomes the row that users read. */
final class EnrichWithRadioCode extends RichFlatMapFunction<WindowedCount, CallCountRow> {

    private final Map<String, String> descriptions;
    private final Join join;
    private transient Counter misses;
    private transient Counter resultsOut;
    private transient LongCounter resultsAtEnd;
    private transient CallCountRow row;

    EnrichWithRadioCode(Map<String, String> descriptions, Join join) {
        this.descriptions = descriptions;
        this.join = join;
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup group = getRuntimeContext().getMetricGroup().addGroup("sfcrime");
        misses = group.counter("joinMisses");
        resultsOut = group.counter("resultsOut");
        resultsAtEnd = new LongCounter();
        getRuntimeContext().addAccumulator("resultsOut", resultsAtEnd);
        row = new CallCountRow();
    }

    @Override
    public void flatMap(WindowedCount window, Collector<CallCountRow> rows) {
        String description = window.disposition == null ? null : descriptions.get(window.disposition);
        if (description == null) {
            misses.inc();
            if (join == Join.INNER) {
                return;
            }
        }
        resultsOut.inc();
        resultsAtEnd.add(1);
        row.windowStart = window.windowStart;
        row.windowEnd = window.windowEnd;
        row.originalCrimeTypeName = window.originalCrimeTypeName;
        row.disposition = window.disposition;
        row.description = description;
        row.count = window.count;
        rows.collect(row);
    }
}
