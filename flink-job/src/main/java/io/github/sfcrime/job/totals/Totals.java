package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PreAggregation;
import io.github.sfcrime.job.query.Query;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From partial counts to counts without windows. */
public final class Totals {

    private Totals() {}

    /** The counts of a query without windows as they change, each at most once per interval; zero for every change. */
    public static SingleOutputStreamOperator<GroupCount> of(
            SingleOutputStreamOperator<PartialCounts> partialCounts, Query query, Counting counting) {
        boolean open = query == Query.OPEN_CALLS;
        return PreAggregation.byBucket(partialCounts, query)
                .transform(
                        open ? "Count open calls" : "Sum totals",
                        TypeInformation.of(GroupCount.class),
                        open
                                ? new CountOpenCalls(
                                        counting.emitInterval(), Objects.requireNonNull(counting.updates()))
                                : new CountTotals(counting.emitInterval()))
                .uid("count-" + query.title());
    }
}
