package io.github.sfcrime.job.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowShapeTest {

    @Test
    void aTumblingHourHoldsTheCallsFromItsStartToJustBeforeItsEnd() {
        WindowShape hours = WindowShape.tumbling(Duration.ofHours(1));

        assertThat(windowsOf(hours, "2018-10-02T09:00:00")).containsExactly("2018-10-02T09:00/2018-10-02T10:00");
        assertThat(windowsOf(hours, "2018-10-02T09:59:59")).containsExactly("2018-10-02T09:00/2018-10-02T10:00");
    }

    @Test
    void aHoppingWindowIsOneOfSeveralThatHoldACall() {
        WindowShape hops = WindowShape.hopping(Duration.ofMinutes(30), Duration.ofMinutes(20));

        assertThat(windowsOf(hops, "2018-10-02T09:25:00"))
                .containsExactly("2018-10-02T09:00/2018-10-02T09:30", "2018-10-02T09:20/2018-10-02T09:50");
        assertThat(windowsOf(hops, "2018-10-02T09:35:00")).containsExactly("2018-10-02T09:20/2018-10-02T09:50");
    }

    @Test
    void cumulatingWindowsShareTheirStartAndEndAtMidnightAtTheLatest() {
        WindowShape day = WindowShape.cumulating(Duration.ofDays(1), Duration.ofHours(8));

        assertThat(windowsOf(day, "2018-10-02T09:00:00"))
                .containsExactly("2018-10-02T00:00/2018-10-02T16:00", "2018-10-02T00:00/2018-10-03T00:00");
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(windowsOf(WindowShape.tumbling(Duration.ofDays(7)), "2018-10-07T23:59:00"))
                .containsExactly("2018-10-01T00:00/2018-10-08T00:00");
    }

    @Test
    void timesBeforeTheEpochHaveWindowsToo() {
        assertThat(windowsOf(WindowShape.tumbling(Duration.ofHours(1)), "1969-12-31T23:30:00"))
                .containsExactly("1969-12-31T23:00/1970-01-01T00:00");
    }

    @Test
    void aWindowThatHasClosedIsPassedOver() {
        WindowShape hops = WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30));
        long slice = hops.sliceEnd(millis("2018-10-02T09:10:00"));
        long nine30 = millis("2018-10-02T09:30:00");

        assertThat(hops.windowEndAfter(slice, nine30 - 1)).isEqualTo(nine30);
        assertThat(hops.windowEndAfter(slice, nine30)).isEqualTo(millis("2018-10-02T10:00:00"));
        assertThat(hops.windowEndAfter(slice, millis("2018-10-02T10:00:00"))).isEqualTo(WindowShape.NEVER);
        assertThat(hops.windowEndAfter(slice, Long.MAX_VALUE)).isEqualTo(WindowShape.NEVER);
    }

    @Test
    void aWatermarkSaysThatItsOwnMillisecondIsComplete() {
        assertThat(WindowShape.complete(59_999)).isEqualTo(60_000);
        assertThat(WindowShape.complete(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(new Lateness(Duration.ofMinutes(1)).expired(60_000)).isZero();
        assertThat(new Lateness(Duration.ofMinutes(1)).expired(Long.MIN_VALUE + 1))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(new Lateness(Duration.ofMinutes(1)).expired(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"PT1H,PT1H", "PT1H,PT10M", "PT30M,PT20M", "PT6H,PT4H", "P1D,PT1H", "P7D,P1D", "PT15M,PT10M"})
    void hoppingWindowsAreTheOnesThatAnEnumerationFinds(Duration size, Duration slide) {
        WindowShape hops = WindowShape.hopping(size, slide);
        long alignment = size.toDays() % 7 == 0 && size.toDays() > 0
                ? millis("2018-09-03T00:00:00")
                : millis("2018-09-01T00:00:00");
        for (long time = millis("2018-10-02T00:00:00"); time < millis("2018-10-03T00:00:00"); time += 420_000) {
            List<Long> expected = new ArrayList<>();
            for (long start = alignment; start <= time; start += slide.toMillis()) {
                if (time < start + size.toMillis()) {
                    expected.add(start + size.toMillis());
                }
            }
            assertThat(windowEnds(hops, time)).isEqualTo(expected);
        }
    }

    @Test
    void lengthsThatDoNotFitIntoADayAreRefused() {
        assertThatThrownBy(() -> WindowShape.tumbling(Duration.ofHours(7)))
                .hasMessage("window must divide a day or be whole days: PT7H");
        assertThatThrownBy(() -> WindowShape.tumbling(Duration.ZERO))
                .hasMessage("window must divide a day or be whole days: PT0S");
        assertThatThrownBy(() -> WindowShape.hopping(Duration.ofHours(1), Duration.ofHours(2)))
                .hasMessage("slide must not be longer than the window PT1H: PT2H");
        assertThatThrownBy(() -> WindowShape.cumulating(Duration.ofHours(1), Duration.ofMinutes(24)))
                .hasMessage("cumulate must divide the window PT1H: PT24M");
    }

    private static List<String> windowsOf(WindowShape shape, String time) {
        return windowEnds(shape, millis(time)).stream()
                .map(end -> wallClock(shape.windowStart(end)) + "/" + wallClock(end))
                .toList();
    }

    private static List<Long> windowEnds(WindowShape shape, long time) {
        long slice = shape.sliceEnd(time);
        List<Long> ends = new ArrayList<>();
        for (long end = shape.windowEndAfter(slice, Long.MIN_VALUE);
                end != WindowShape.NEVER;
                end = shape.windowEndAfter(slice, end)) {
            ends.add(end);
        }
        assertThat(ends.get(ends.size() - 1)).isEqualTo(shape.lastWindowEnd(slice));
        return ends;
    }

    private static long millis(String wallClock) {
        return LocalDateTime.parse(wallClock).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC);
    }
}
