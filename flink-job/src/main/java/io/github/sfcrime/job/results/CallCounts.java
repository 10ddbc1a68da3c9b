package io.github.sfcrime.job.results;

import io.github.sfcrime.job.windows.WindowedCount;
import io.github.sfcrime.schemas.CallCount;
import java.util.Map;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From counted windows to rows of {@code crime_counts}. */
public final class CallCounts {

    private CallCounts() {}

    /** The counts with their dispositions spelled out; {@code descriptions} go by radio code. */
    public static SingleOutputStreamOperator<CallCount> enrich(
            SingleOutputStreamOperator<WindowedCount> windows, Map<String, String> descriptions, Join join) {
        return windows.flatMap(new EnrichWithRadioCode(descriptions, join))
                .returns(new AvroTypeInfo<>(CallCount.class))
                .name("Spell dispositions out")
                .uid("enrich-with-radio-code");
    }
}
