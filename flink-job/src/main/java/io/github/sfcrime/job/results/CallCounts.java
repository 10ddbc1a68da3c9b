package io.github.sfcrime.job.results;

import io.github.sfcrime.job.windows.WindowedCount;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From counted windows to rows of {@code crime_counts}. */
public final class CallCounts {

    private CallCounts() {}

    /** The counts with their dispositions spelled out; {@code descriptions} go by radio code. */
    public static SingleOutputStreamOperator<CallCountRow> enrich(
            SingleOutputStreamOperator<WindowedCount> windows, Map<String, String> descriptions, Join join) {
        return windows.flatMap(new EnrichWithRadioCode(descriptions, join))
                .returns(CallCountRow.class)
                .name("Spell dispositions out")
                .uid("enrich-with-radio-code");
    }
}
