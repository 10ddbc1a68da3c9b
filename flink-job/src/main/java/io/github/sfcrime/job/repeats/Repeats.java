package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.time.TimeSource;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What becomes of records of a call that was read before. */
public final class Repeats {

    private Repeats() {}

    /**
     * The calls without those whose number was seen within {@code horizon}.
     *
     * @param time which time of a call the horizon goes by
     */
    public static SingleOutputStreamOperator<CallBatch> drop(
            SingleOutputStreamOperator<CallBatch> calls, Duration horizon, TimeSource time) {
        return byNumber(calls, time)
                .transform("Drop duplicates", calls.getType(), new DropDuplicates(horizon))
                .uid("drop-duplicates");
    }

    /**
     * The calls as they are now: a record takes back what an earlier one of the same number said.
     *
     * @param horizon how long a call is remembered
     * @param time which time of a call the horizon goes by
     */
    public static SingleOutputStreamOperator<CallBatch> follow(
            SingleOutputStreamOperator<CallBatch> calls, Duration horizon, TimeSource time) {
        return byNumber(calls, time)
                .transform("Follow updates", calls.getType(), new FollowUpdates(horizon))
                .uid("follow-updates");
    }

    private static KeyedStream<CallRecord, Long> byNumber(
            SingleOutputStreamOperator<CallBatch> calls, TimeSource time) {
        return calls.transform("Take calls out of batches", TypeInformation.of(CallRecord.class), new TakeApart(time))
                .uid("take-batches-apart")
                .setParallelism(calls.getParallelism())
                .keyBy(Repeats::numberOf);
    }

    /** The key of a record: the call's number, or for one that can't be counted its partition and offset. */
    static long numberOf(CallRecord call) {
        return call.problem == null ? call.crimeId : call.source.offset;
    }
}
