package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.outcomes.OutcomeCounts;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PreAggregation;
import io.github.sfcrime.job.query.Query;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From partial counts to counts per window and group. */
public final class WindowCounts {

    private WindowCounts() {}

    /** A query's counts of each window when the watermark closes it. */
    public static SingleOutputStreamOperator<GroupCount> of(
            SingleOutputStreamOperator<PartialCounts> partialCounts,
            Query query,
            Counting counting,
            OutcomeCounts outcomes) {
        boolean movesOutcomes = movesOutcomes(query, counting);
        SingleOutputStreamOperator<GroupCount> counts = operator(partialCounts, query, counting, movesOutcomes);
        return movesOutcomes ? outcomes.of(counts) : counts;
    }

    private static SingleOutputStreamOperator<GroupCount> operator(
            SingleOutputStreamOperator<PartialCounts> partialCounts,
            Query query,
            Counting counting,
            boolean movesOutcomes) {
        return PreAggregation.byBucket(partialCounts, query)
                .transform(
                        "Count windows of " + query.title(),
                        TypeInformation.of(GroupCount.class),
                        new CountWindows(query, counting, rows(query, counting), movesOutcomes))
                .uid("count-" + query.title());
    }

    private static RowsOfWindow rows(Query query, Counting counting) {
        return switch (query) {
            case TOP_TYPES -> new TopGroups(counting.top());
            case RESPONSE_TIMES -> new LegRows(counting.goals());
            case COUNTS, TYPES, DISPOSITIONS, PLACES, DISTRICTS, UNUSUAL, OPEN_CALLS, TOTALS -> new EveryGroup();
        };
    }

    /**
     * Whether the query's operator changes outcomes from counted to late, for calls that are late after the shuffle:
     * one operator does, of a query that counts each call once.
     */
    private static boolean movesOutcomes(Query query, Counting counting) {
        return counting.queries().stream()
                .filter(other -> other.isWindowed() && other != Query.PLACES)
                .findFirst()
                .filter(query::equals)
                .isPresent();
    }
}
