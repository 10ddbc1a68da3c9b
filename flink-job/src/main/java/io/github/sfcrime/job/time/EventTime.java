package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The time that windows go by: San Francisco wall-clock time.
 *
 * @param source of calls or of their records
 * @param watermarkBound how far behind the latest call another may be and still be counted for certain
 * @param idleness after how much silence a partition no longer holds the watermark back; bounded runs have none
 * @param alignment how far ahead of the slowest partition another is read at most; null for no limit
 */
public record EventTime(
        TimeSource source,
        Duration watermarkBound,
        Duration idleness,
        @Nullable Duration alignment) implements Serializable {

    /** How often readers are told how far they may go; Flink's default is a second, in which a replay passes months. */
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(100);

    private static final Duration LONGEST_BOUND = Duration.ofDays(366);

    /** Checks the settings. */
    public EventTime {
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(watermarkBound.compareTo(LONGEST_BOUND) <= 0, "watermark-bound must be a year at most", watermarkBound);
        require(idleness.toMillis() > 0, "idleness must be positive", idleness);
        require(alignment == null || alignment.toMillis() > 0, "alignment must be positive", alignment);
    }

    /**
     * Watermarks that trail the latest call by the bound. A bounded run knows no idleness: every partition is read to its
     * end, and one that is merely slow must not have its calls declared late.
     */
    public WatermarkStrategy<CallBatch> watermarks(boolean bounded) {
        WatermarkStrategy<CallBatch> trailing = WatermarkStrategy.forBoundedOutOfOrderness(watermarkBound);
        WatermarkStrategy<CallBatch> strategy = bounded ? trailing : trailing.withIdleness(idleness);
        WatermarkStrategy<CallBatch> ofCalls = WatermarkStrategy.<CallBatch>forGenerator(
                        context -> new CallsOnly(strategy.createWatermarkGenerator(context)))
                .withTimestampAssigner(context -> timestamps());
        return alignment == null ? ofCalls : ofCalls.withWatermarkAlignment("calls", alignment, ALIGNMENT_INTERVAL);
    }

    /**
     * The calls of a source, each stamped with the watermark of its partition, chained to the source.
     *
     * @param bounded whether the source ends by itself
     * @param closesWindows whether watermarks mean anything to those who get the calls
     */
    public SingleOutputStreamOperator<CallBatch> stamp(
            SingleOutputStreamOperator<CallBatch> calls, boolean bounded, boolean closesWindows) {
        return calls.transform(
                        "Stamp calls with watermarks",
                        calls.getType(),
                        new StampWatermark(this, bounded, closesWindows))
                .uid("stamp-watermarks")
                .setParallelism(calls.getParallelism());
    }

    /** A batch has the time of the latest of its calls that can be counted: no watermark looks at any other. */
    private TimestampAssigner<CallBatch> timestamps() {
        Function<CallBatch, long[]> timesOf = source.ofCalls();
        return (batch, appended) -> {
            long latest = Call.NO_EVENT_TIME;
            for (long time : timesOf.apply(batch)) {
                latest = Math.max(latest, time);
            }
            return latest;
        };
    }

    private static void require(boolean holds, String rule, @Nullable Duration value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
