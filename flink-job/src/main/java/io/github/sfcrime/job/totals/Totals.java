package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PreAggregation;
import io.github.sfcrime.job.query.Query;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From partial counts to running totals. */
public final class Totals {

    private Totals() {}

    /** Totals as they change, each at most once per {@code emitInterval}; zero for every change. */
    public static SingleOutputStreamOperator<GroupCount> of(
            SingleOutputStreamOperator<PartialCounts> partialCounts, Query query, Duration emitInterval) {
        return PreAggregation.byBucket(partialCounts, query)
                .transform("Sum totals", TypeInformation.of(GroupCount.class), new CountTotals(emitInterval))
                .uid("count-" + query.title());
    }
}
