package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Passes over batches of records that could not be read: they have no event time, and a partition that carries nothing else
 * is as good as silent, so that it must not hold the watermark back.
 */
public final class CallsOnly implements WatermarkGenerator<CallBatch> {

    private final WatermarkGenerator<CallBatch> generator;

    public CallsOnly(WatermarkGenerator<CallBatch> generator) {
        this.generator = generator;
    }

    @Override
    public void onEvent(CallBatch batch, long latest, WatermarkOutput output) {
        if (latest != Call.NO_EVENT_TIME) {
            generator.onEvent(batch, latest, output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        generator.onPeriodicEmit(output);
    }
}
