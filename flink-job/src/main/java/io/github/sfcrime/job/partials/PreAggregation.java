package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.query.Query;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** From calls to partial counts, keyed by bucket for each query. */
public final class PreAggregation {

    /** Late records: calls that missed every window they belong to. */
    public static final OutputTag<SetAsideRecord> LATE =
            new OutputTag<>("late", TypeInformation.of(SetAsideRecord.class));

    /** Dead letters: records that can't be counted. */
    public static final OutputTag<SetAsideRecord> DEAD_LETTER =
            new OutputTag<>("dead-letter", TypeInformation.of(SetAsideRecord.class));

    private static final Map<Query, OutputTag<PartialCounts>> FEEDING = Arrays.stream(Query.values())
            .collect(Collectors.toMap(
                    query -> query, query -> new OutputTag<>(query.title(), TypeInformation.of(PartialCounts.class))));

    private PreAggregation() {}

    /** Where the partial counts of a query leave the operator. */
    static OutputTag<PartialCounts> feeding(Query query) {
        return Objects.requireNonNull(FEEDING.get(query));
    }

    /**
     * Partial counts of the calls, chained to their source. All that it puts out are side outputs: {@link #LATE},
     * {@link #DEAD_LETTER}, and what {@link #byBucket} takes for each query.
     */
    public static SingleOutputStreamOperator<PartialCounts> of(
            SingleOutputStreamOperator<CallBatch> calls, Counting counting, Admission admission) {
        int maxParallelism = calls.getExecutionEnvironment().getMaxParallelism();
        return calls.transform(
                        "Count calls before the shuffle",
                        TypeInformation.of(PartialCounts.class),
                        new PreAggregateCalls(counting, admission, maxParallelism))
                .uid("pre-aggregate-calls")
                .setParallelism(calls.getParallelism());
    }

    /** The partial counts of one query. */
    public static KeyedStream<PartialCounts, Integer> byBucket(
            SingleOutputStreamOperator<PartialCounts> partialCounts, Query query) {
        return partialCounts.getSideOutput(feeding(query)).keyBy(partial -> partial.bucket);
    }
}
