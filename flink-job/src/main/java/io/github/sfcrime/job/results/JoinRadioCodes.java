package io.github.sfcrime.job.results;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.query.GroupColumn;
import io.github.sfcrime.job.query.Query;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Makes a result row of a count: the columns of the query, and the description from the radio codes. */
final class JoinRadioCodes extends RichFlatMapFunction<GroupCount, ResultRow> {

    private final Query query;
    private final Map<String, String> descriptions;
    private final Join join;
    private transient Counter misses;
    private transient Counter resultsOut;
    private transient LongCounter resultsAtEnd;
    private transient ResultRow row;

    JoinRadioCodes(Query query, Map<String, String> descriptions, Join join) {
        this.query = query;
        this.descriptions = descriptions;
        this.join = join;
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup group = getRuntimeContext().getMetricGroup().addGroup("sfcrime");
        misses = group.counter("joinMisses");
        resultsOut = group.counter("resultsOut");
        resultsAtEnd = getRuntimeContext().getLongCounter("resultsOut");
        row = new ResultRow();
    }

    @Override
    public void flatMap(GroupCount counted, Collector<ResultRow> rows) {
        name(counted);
        if (query.hasDescription() && row.description == null) {
            misses.inc();
            if (join == Join.INNER) {
                return;
            }
        }
        resultsOut.inc();
        resultsAtEnd.add(1);
        rows.collect(row);
    }

    private void name(GroupCount counted) {
        row.windowStart = counted.windowStart;
        row.windowEnd = counted.windowEnd;
        row.rank = counted.rank;
        row.count = counted.count;
        row.times = counted.times;
        row.alert = counted.alert;
        row.oldest = counted.oldest;
        row.set(query.first(), counted.first);
        row.set(query.second(), counted.second);
        if (query.second() == GroupColumn.DISPOSITION) {
            row.description = description(counted.second);
        }
    }

    private @Nullable String description(@Nullable String disposition) {
        return disposition == null ? null : descriptions.get(disposition);
    }
}
