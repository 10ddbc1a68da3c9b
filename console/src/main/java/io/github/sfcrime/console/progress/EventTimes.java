package io.github.sfcrime.console.progress;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The event time that a job has reached, in San Francisco wall-clock time. */
final class EventTimes {

    private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

    private EventTimes() {}

    static ProgressReport.EventTime of(JobSample now) {
        Long lag = lag(now);
        OptionalDouble watermark = now.metrics()
                .named("currentInputWatermark")
                .filter(metric -> metric.id().equals("currentInputWatermark"))
                .mapToDouble(JobMetrics.Metric::min)
                .min();
        return new ProgressReport.EventTime(
                lag == null
                        ? null
                        : text(LocalDateTime.ofInstant(now.time(), SAN_FRANCISCO)
                                .minus(lag, ChronoUnit.MILLIS)
                                .truncatedTo(ChronoUnit.SECONDS)),
                watermark.isPresent() ? local((long) watermark.getAsDouble()) : null,
                lag);
    }

    /** The lag of the instance with the latest call; 0 is an instance without calls. */
    private static @Nullable Long lag(JobSample now) {
        return now.metrics()
                .named("eventTimeLag")
                .map(metric -> metric.min() == 0 ? metric.max() : metric.min())
                .filter(lag -> lag != 0)
                .min(Double::compare)
                .map(Double::longValue)
                .orElse(null);
    }

    /** Before the first call and after the last, Flink's watermarks have extreme values. */
    private static @Nullable String local(long millis) {
        return millis < Long.MIN_VALUE / 2 || millis > Long.MAX_VALUE / 2
                ? null
                : text(LocalDateTime.ofEpochSecond(
                        Math.floorDiv(millis, 1_000L), Math.floorMod(millis, 1_000) * 1_000_000, ZoneOffset.UTC));
    }

    private static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
