package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.CallRecord;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Passes over records that could not be read: they have no event time, and a partition that carries nothing else is as
 * good as silent, so that it must not hold the watermark back.
 */
public final class CallsOnly implements WatermarkGenerator<CallRecord> {

    private final WatermarkGenerator<CallRecord> generator;

    public CallsOnly(WatermarkGenerator<CallRecord> generator) {
        this.generator = generator;
    }

    @Override
    public void onEvent(CallRecord call, long eventTime, WatermarkOutput output) {
        if (call.problem == null) {
            generator.onEvent(call, eventTime, output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        generator.onPeriodicEmit(output);
    }
}
