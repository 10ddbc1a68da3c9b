package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows, as a window table-valued function of Flink SQL.
 *
 * @param size their length; of cumulating windows the longest
 * @param slide the slide of hopping windows, else null
 * @param cumulate the step of cumulating windows, else null
 */
record SqlWindow(
        Duration size, @Nullable Duration slide, @Nullable Duration cumulate) {

    private static final long DAYS_PER_WEEK = 7;

    /** Monday 5 January 1970, with which windows of whole weeks are aligned. */
    private static final Duration FIRST_MONDAY = Duration.ofDays(4);

    SqlWindow {
        if (slide != null && cumulate != null) {
            throw new IllegalArgumentException(
                    "slide and cumulate exclude each other: windows are hopping or cumulating");
        }
        if (cumulate == null) {
            WindowShape.hopping(size, slide == null ? size : slide);
            requireMultiple(size, slide == null ? size : slide);
        } else {
            WindowShape.cumulating(size, cumulate);
        }
    }

    /** The window function over a table or view of calls. */
    String over(String calls) {
        if (cumulate != null) {
            return call("CUMULATE", calls, cumulate, size);
        }
        return slide == null ? call("TUMBLE", calls, size) : call("HOP", calls, slide, size);
    }

    private String call(String function, String calls, Duration... lengths) {
        boolean weeks = size.toDays() > 0 && size.toDays() % DAYS_PER_WEEK == 0;
        Stream<Duration> offset = weeks ? Stream.of(FIRST_MONDAY) : Stream.empty();
        return "%s(TABLE %s, DESCRIPTOR(call_date_time), %s)"
                .formatted(
                        function,
                        calls,
                        Stream.concat(Stream.of(lengths), offset)
                                .map(SqlWindow::interval)
                                .collect(Collectors.joining(", ")));
    }

    /** An interval literal of SQL, to the millisecond. */
    static String interval(Duration length) {
        return "INTERVAL '%d %02d:%02d:%02d.%03d' DAY(3) TO SECOND(3)"
                .formatted(
                        length.toDays(),
                        length.toHoursPart(),
                        length.toMinutesPart(),
                        length.toSecondsPart(),
                        length.toMillisPart());
    }

    private static void requireMultiple(Duration size, Duration slide) {
        if (size.toMillis() % slide.toMillis() != 0) {
            throw new IllegalArgumentException(
                    "slide must divide the window " + size + ", as SQL's windows need it: " + slide);
        }
    }
}
