package io.github.sfcrime.job.results;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of result rows, as a column of the same name in a table or file. */
public enum ResultColumn {
    WINDOW_START(LocalDateTime.class),
    WINDOW_END(LocalDateTime.class),
    RANK(Integer.class),
    ORIGINAL_CRIME_TYPE_NAME(String.class),
    DISPOSITION(String.class),
    DESCRIPTION(String.class),
    PLACE_KIND(String.class),
    PLACE(String.class),
    PRIORITY(String.class),
    POLICE_DISTRICT(String.class),
    LEG(String.class),
    CALLS(Long.class),
    MEDIAN_SECONDS(Long.class),
    P90_SECONDS(Long.class),
    P99_SECONDS(Long.class),
    GOAL_SECONDS(Long.class),
    WITHIN_GOAL(Double.class),
    EPISODE_START(LocalDateTime.class),
    EPISODE_END(LocalDateTime.class),
    ENDED(Boolean.class),
    WINDOWS(Long.class),
    EXPECTED(Double.class),
    LOWER(Long.class),
    UPPER(Long.class),
    PROBABILITY(Double.class),
    COUNT(Long.class),
    OLDEST_CALL_DATE_TIME(LocalDateTime.class);

    private static final long MILLIS_PER_SECOND = 1_000;

    private final Class<?> type;

    ResultColumn(Class<?> type) {
        this.type = type;
    }

    /** The column of a field of the row's schema. */
    public static ResultColumn of(String field) {
        return valueOf(field.toUpperCase(Locale.ROOT));
    }

    /** The field's name. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its values are; times are of San Francisco's clocks, without a zone. */
    public Class<?> type() {
        return type;
    }

    /** Its value in a row; null where the row has none. */
    public @Nullable Object valueIn(ResultRow row) {
        return switch (this) {
            case WINDOW_START -> wallClock(row.windowStart);
            case WINDOW_END -> wallClock(row.windowEnd);
            case RANK -> row.rank;
            case ORIGINAL_CRIME_TYPE_NAME -> row.originalCrimeTypeName;
            case DISPOSITION -> row.disposition;
            case DESCRIPTION -> row.description;
            case PLACE_KIND -> row.placeKind;
            case PLACE -> row.place;
            case PRIORITY -> row.priority;
            case POLICE_DISTRICT -> row.district;
            case LEG -> row.leg;
            case CALLS -> times(row).calls;
            case MEDIAN_SECONDS -> times(row).median;
            case P90_SECONDS -> times(row).p90;
            case P99_SECONDS -> times(row).p99;
            case GOAL_SECONDS -> times(row).goal;
            case WITHIN_GOAL -> times(row).withinGoal;
            case EPISODE_START -> wallClock(alert(row).episodeStart);
            case EPISODE_END -> wallClock(alert(row).episodeEnd);
            case ENDED -> alert(row).ended;
            case WINDOWS -> alert(row).windows;
            case EXPECTED -> alert(row).expected;
            case LOWER -> alert(row).lower;
            case UPPER -> alert(row).upper;
            case PROBABILITY -> alert(row).probability;
            case COUNT -> row.count;
            case OLDEST_CALL_DATE_TIME -> row.oldest == null ? null : wallClock(row.oldest);
        };
    }

    private static LegTimes times(ResultRow row) {
        return Objects.requireNonNull(row.times);
    }

    private static Alert alert(ResultRow row) {
        return Objects.requireNonNull(row.alert);
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, MILLIS_PER_SECOND), 0, ZoneOffset.UTC);
    }
}
