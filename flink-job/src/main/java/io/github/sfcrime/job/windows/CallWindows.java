package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** From calls to counts per window, type and disposition. */
public final class CallWindows {

    /** Calls that missed every window they belong to. */
    public static final OutputTag<SetAsideRecord> LATE =
            new OutputTag<>("late", TypeInformation.of(SetAsideRecord.class));

    /** Records that could not be read. */
    public static final OutputTag<SetAsideRecord> DEAD_LETTER =
            new OutputTag<>("dead-letter", TypeInformation.of(SetAsideRecord.class));

    private CallWindows() {}

    /** Partial counts of the calls, chained to their source; {@link #LATE} and {@link #DEAD_LETTER} beside them. */
    public static SingleOutputStreamOperator<PartialCounts> preAggregate(
            SingleOutputStreamOperator<CallRecord> calls, WindowShape shape) {
        int maxParallelism = calls.getExecutionEnvironment().getMaxParallelism();
        return calls.transform(
                        "Count calls before the shuffle",
                        TypeInformation.of(PartialCounts.class),
                        new PreAggregateCalls(shape, maxParallelism))
                .name("Count calls before the shuffle")
                .uid("pre-aggregate-calls")
                .setParallelism(calls.getParallelism());
    }

    /** Counts of the windows of that shape, each emitted once, when the watermark closes it. */
    public static SingleOutputStreamOperator<WindowedCount> countWindows(
            SingleOutputStreamOperator<PartialCounts> partialCounts, WindowShape shape) {
        return partialCounts
                .keyBy(partial -> partial.bucket)
                .transform("Count windows", TypeInformation.of(WindowedCount.class), new CountWindows(shape))
                .name("Count windows")
                .uid("count-windows");
    }
}
