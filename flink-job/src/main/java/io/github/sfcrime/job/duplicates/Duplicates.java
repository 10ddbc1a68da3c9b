package io.github.sfcrime.job.duplicates;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.time.TimeSource;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Removes duplicate calls. */
public final class Duplicates {

    private Duplicates() {}

    /**
     * The calls without those whose number was seen within {@code horizon}.
     *
     * @param time which time of a call the horizon goes by
     */
    public static SingleOutputStreamOperator<CallBatch> drop(
            SingleOutputStreamOperator<CallBatch> calls, Duration horizon, TimeSource time) {
        return calls.transform("Take calls out of batches", TypeInformation.of(CallRecord.class), new TakeApart(time))
                .uid("take-batches-apart")
                .setParallelism(calls.getParallelism())
                .keyBy(DropDuplicates::numberOf)
                .transform("Drop duplicates", calls.getType(), new DropDuplicates(horizon))
                .uid("drop-duplicates");
    }
}
