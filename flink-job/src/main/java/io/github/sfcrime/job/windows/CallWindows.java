package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.query.Query;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.util.OutputTag;

/** From calls to counts per window and group, one stream for each query. */
public final class CallWindows {

    /** Calls that missed every window they belong to. */
    public static final OutputTag<SetAsideRecord> LATE =
            new OutputTag<>("late", TypeInformation.of(SetAsideRecord.class));

    /** Records that can't be counted. */
    public static final OutputTag<SetAsideRecord> DEAD_LETTER =
            new OutputTag<>("dead-letter", TypeInformation.of(SetAsideRecord.class));

    private static final Map<Query, OutputTag<PartialCounts>> FEEDING = Arrays.stream(Query.values())
            .collect(Collectors.toMap(
                    query -> query, query -> new OutputTag<>(query.title(), TypeInformation.of(PartialCounts.class))));

    private CallWindows() {}

    /** Where the partial counts of a query leave {@link #preAggregate}. */
    static OutputTag<PartialCounts> feeding(Query query) {
        return Objects.requireNonNull(FEEDING.get(query));
    }

    /** The calls without those whose number was seen within {@code horizon} of event time. */
    public static SingleOutputStreamOperator<CallRecord> dropDuplicates(
            SingleOutputStreamOperator<CallRecord> calls, Duration horizon) {
        return calls.keyBy(DropDuplicates::numberOf)
                .transform("Drop duplicates", calls.getType(), new DropDuplicates(horizon))
                .uid("drop-duplicates");
    }

    /**
     * Partial counts of the calls, chained to their source. All that it puts out are side outputs: {@link #LATE},
     * {@link #DEAD_LETTER}, and what {@link #count} takes for each query.
     */
    public static SingleOutputStreamOperator<PartialCounts> preAggregate(
            SingleOutputStreamOperator<CallRecord> calls, Counting counting, Admission admission) {
        int maxParallelism = calls.getExecutionEnvironment().getMaxParallelism();
        return calls.transform(
                        "Count calls before the shuffle",
                        TypeInformation.of(PartialCounts.class),
                        new PreAggregateCalls(counting, admission, maxParallelism))
                .uid("pre-aggregate-calls")
                .setParallelism(calls.getParallelism());
    }

    /** A query's counts: of each window when the watermark closes it, of all time as they change. */
    public static SingleOutputStreamOperator<GroupCount> count(
            SingleOutputStreamOperator<PartialCounts> partialCounts, Query query, Counting counting) {
        return query.isWindowed()
                ? countWindows(partialCounts, query, counting)
                : count(partialCounts, query, "Add totals up", new CountTotals(counting.emitInterval()));
    }

    private static SingleOutputStreamOperator<GroupCount> countWindows(
            SingleOutputStreamOperator<PartialCounts> partialCounts, Query query, Counting counting) {
        RowsOfWindow rows = query == Query.TOP_TYPES ? new TopGroups(counting.top()) : new EveryGroup();
        return count(
                partialCounts,
                query,
                "Count windows of " + query.title(),
                new CountWindows(counting.shape(), counting.allowedLateness(), rows, movesDoors(query, counting)));
    }

    /**
     * Whether the query's operator books calls that come too late behind the shuffle from counted to late: one of them
     * does, of those that count each call once.
     */
    private static boolean movesDoors(Query query, Counting counting) {
        return counting.queries().stream()
                .filter(other -> other.isWindowed() && other != Query.PLACES)
                .findFirst()
                .filter(query::equals)
                .isPresent();
    }

    private static SingleOutputStreamOperator<GroupCount> count(
            SingleOutputStreamOperator<PartialCounts> partialCounts,
            Query query,
            String name,
            OneInputStreamOperator<PartialCounts, GroupCount> operator) {
        KeyedStream<PartialCounts, Integer> buckets =
                partialCounts.getSideOutput(feeding(query)).keyBy(partial -> partial.bucket);
        return buckets.transform(name, TypeInformation.of(GroupCount.class), operator)
                .uid("count-" + query.title());
    }
}
