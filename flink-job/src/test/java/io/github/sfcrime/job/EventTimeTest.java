package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    @Test
    void recordsThatCouldNotBeReadNeitherMoveTheWatermarkNorKeepTheirPartitionAwake() {
        List<Long> seen = new ArrayList<>();
        WatermarkGenerator<CallRecord> generator = new CallsOnly(new WatermarkGenerator<>() {
            @Override
            public void onEvent(CallRecord call, long eventTime, WatermarkOutput output) {
                seen.add(eventTime);
            }

            @Override
            public void onPeriodicEmit(WatermarkOutput output) {
                output.emitWatermark(new Watermark(seen.size()));
            }
        });
        CallRecord call = new CallRecord();
        CallRecord damaged = new CallRecord();
        damaged.problem = "body is damaged";
        Watermarks emitted = new Watermarks();

        generator.onEvent(damaged, CallRecord.NO_EVENT_TIME, emitted);
        generator.onEvent(call, 17, emitted);
        generator.onPeriodicEmit(emitted);

        assertThat(seen).containsExactly(17L);
        assertThat(emitted.watermarks).containsExactly(new Watermark(1));
    }

    private static final class Watermarks implements WatermarkOutput {

        private final List<Watermark> watermarks = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark);
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
