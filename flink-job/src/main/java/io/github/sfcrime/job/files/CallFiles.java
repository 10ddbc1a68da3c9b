package io.github.sfcrime.job.files;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.schemas.RegistrySettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** The calls themselves in Parquet files, by the day on which they came in. */
public final class CallFiles {

    private CallFiles() {}

    /**
     * Writes each call into a file once, whole, whether it is late or not: {@code TOPIC/day=2018-10-02/}.
     *
     * @param filter which calls are asked about
     * @param topic the topic that they are read from, after which their folder is named
     * @param registry where schemas of calls may be, too; null for none
     * @throws IllegalArgumentException if the settings name no folder that can be one
     */
    public static void write(
            SingleOutputStreamOperator<CallBatch> calls,
            CallFilter filter,
            FileSettings files,
            String topic,
            @Nullable RegistrySettings registry) {
        calls.flatMap(new TakeCalls(filter))
                .returns(TypeInformation.of(CallRecord.class))
                .name("Take calls for files")
                .uid("take-calls-for-files")
                .setParallelism(calls.getParallelism())
                .sinkTo(FilesSink.of(
                        files, topic, new ParquetCalls(registry), call -> call.callDateTime, FileCall::read))
                .name("Write calls to files")
                .uid("write-calls-files")
                .setParallelism(calls.getParallelism());
    }
}
