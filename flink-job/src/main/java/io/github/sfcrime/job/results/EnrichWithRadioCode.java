package io.github.sfcrime.job.results;

import io.github.sfcrime.job.windows.WindowedCount;
import io.github.sfcrime.schemas.CallCount;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/** Spells the disposition out, and turns the count into the row that users read. */
final class EnrichWithRadioCode extends RichFlatMapFunction<WindowedCount, CallCount> {

    private final Map<String, String> descriptions;
    private final Join join;
    private transient Counter misses;
    private transient Counter resultsOut;
    private transient LongCounter resultsAtEnd;

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
    }

    @Override
    public void flatMap(WindowedCount window, Collector<CallCount> rows) {
        String description = window.disposition == null ? null : descriptions.get(window.disposition);
        if (description == null) {
            misses.inc();
            if (join == Join.INNER) {
                return;
            }
        }
        resultsOut.inc();
        resultsAtEnd.add(1);
        rows.collect(new CallCount(
                wallClock(window.windowStart),
                wallClock(window.windowEnd),
                window.originalCrimeTypeName,
                window.disposition,
                description,
                window.count));
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
