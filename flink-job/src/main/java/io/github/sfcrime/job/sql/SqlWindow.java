package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.windows.WindowShape;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows that calls are counted in, as a window function of Flink SQL.
 *
 * @param size how long they are; where they grow, at the end
 * @param slide how far apart they begin, where that is not how long they are
 * @param cumulate what they grow by, where they grow
 */
record SqlWindow(
        Duration size, @Nullable Duration slide, @Nullable Duration cumulate) {

    private static final long DAYS_PER_WEEK = 7;

    /** Monday 5 January 1970: where windows of whole weeks begin. */
    private static final Duration FIRST_MONDAY = Duration.ofDays(4);

    SqlWindow {
        if (slide != null && cumulate != null) {
            throw new IllegalArgumentException("slide and cumulate exclude each other: a window hops or it grows");
        }
        if (cumulate == null) {
            WindowShape.hopping(size, slide == null ? size : slide);
            requireMultiple(size, slide == null ? size : slide);
        } else {
            WindowShape.cumulating(size, cumulate);
        }
    }

    /** The view that the questions ask of. */
    String view() {
        return "SELECT * FROM TABLE(" + function() + ")";
    }

    private String function() {
        if (cumulate != null) {
            return call("CUMULATE", cumulate, size);
        }
        return slide == null ? call("TUMBLE", size) : call("HOP", slide, size);
    }

    private String call(String function, Duration... lengths) {
        boolean weeks = size.toHours() % (24 * DAYS_PER_WEEK) == 0;
        Stream<Duration> offset = weeks ? Stream.of(FIRST_MONDAY) : Stream.empty();
        return function + "(TABLE crime_data, DESCRIPTOR(call_date_time), "
                + Stream.concat(List.of(lengths).stream(), offset)
                        .map(SqlWindow::interval)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** A length of time as a literal of SQL, to the millisecond. */
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
