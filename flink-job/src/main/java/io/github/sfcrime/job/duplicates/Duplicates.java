package io.github.sfcrime.job.duplicates;

import io.github.sfcrime.job.calls.CallRecord;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Removes duplicate calls. */
public final class Duplicates {

    private Duplicates() {}

    /** The calls without those whose number was seen within {@code horizon} of event time. */
    public static SingleOutputStreamOperator<CallRecord> drop(
            SingleOutputStreamOperator<CallRecord> calls, Duration horizon) {
        return calls.keyBy(DropDuplicates::numberOf)
                .transform("Drop duplicates", calls.getType(), new DropDuplicates(horizon))
                .uid("drop-duplicates");
    }
}
