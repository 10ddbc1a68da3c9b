package io.github.sfcrime.job.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkAlignmentParams;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    @Test
    void windowsGoByTheTimeOfTheCallOrByThatOfItsRecordInSanFrancisco() {
        CallRecord call = new CallRecord();
        call.callDateTime = 17;
        call.source.timestamp = Instant.parse("2018-10-02T16:00:00Z").toEpochMilli();

        assertThat(timestamp(TimeSource.EVENT, call)).isEqualTo(17);
        assertThat(timestamp(TimeSource.KAFKA, call))
                .isEqualTo(Instant.parse("2018-10-02T09:00:00Z").toEpochMilli());
    }

    @Test
    void aBatchHasTheTimeOfItsLatestCallThatCouldBeRead() {
        CallRecord earlier = new CallRecord();
        earlier.callDateTime = 17;
        CallRecord later = new CallRecord();
        later.callDateTime = 18;
        CallRecord damaged = new CallRecord();
        damaged.callDateTime = 19;
        damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");

        assertThat(timestamp(TimeSource.EVENT, later, damaged, earlier)).isEqualTo(18);
        assertThat(timestamp(TimeSource.EVENT, damaged)).isEqualTo(Call.NO_EVENT_TIME);
    }

    private static long timestamp(TimeSource source, CallRecord... calls) {
        return new EventTime(source, Duration.ZERO, Duration.ofMinutes(1), null)
                .watermarks(false)
                .createTimestampAssigner(UnregisteredMetricsGroup::new)
                .extractTimestamp(CallBatch.of(calls), 0);
    }

    @Test
    void partitionsAreKeptTogetherWhereThatIsAskedFor() {
        assertThat(alignedBy(null).isEnabled()).isFalse();
        assertThat(alignedBy(Duration.ofHours(6)).getMaxAllowedWatermarkDrift())
                .isEqualTo(Duration.ofHours(6).toMillis());
    }

    private static WatermarkAlignmentParams alignedBy(@Nullable Duration alignment) {
        return new EventTime(TimeSource.EVENT, Duration.ZERO, Duration.ofMinutes(1), alignment)
                .watermarks(true)
                .getAlignmentParameters();
    }

    @Test
    void recordsThatCouldNotBeReadNeitherMoveTheWatermarkNorKeepTheirPartitionAwake() {
        List<Long> seen = new ArrayList<>();
        WatermarkGenerator<CallBatch> generator = new CallsOnly(new WatermarkGenerator<>() {
            @Override
            public void onEvent(CallBatch batch, long eventTime, WatermarkOutput output) {
                seen.add(eventTime);
            }

            @Override
            public void onPeriodicEmit(WatermarkOutput output) {
                output.emitWatermark(new Watermark(seen.size()));
            }
        });
        Watermarks emitted = new Watermarks();

        generator.onEvent(CallBatch.of(new CallRecord()), Call.NO_EVENT_TIME, emitted);
        generator.onEvent(CallBatch.of(new CallRecord()), 17, emitted);
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
