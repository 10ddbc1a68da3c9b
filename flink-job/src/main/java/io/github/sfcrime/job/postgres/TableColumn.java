package io.github.sfcrime.job.postgres;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.results.ResultRow;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of result rows as a column of the same name. */
enum TableColumn {
    WINDOW_START("timestamp"),
    WINDOW_END("timestamp"),
    RANK("integer"),
    ORIGINAL_CRIME_TYPE_NAME("text"),
    DISPOSITION("text"),
    DESCRIPTION("text"),
    PLACE_KIND("text"),
    PLACE("text"),
    PRIORITY("text"),
    POLICE_DISTRICT("text"),
    LEG("text"),
    CALLS("bigint"),
    MEDIAN_SECONDS("bigint"),
    P90_SECONDS("bigint"),
    P99_SECONDS("bigint"),
    GOAL_SECONDS("bigint"),
    WITHIN_GOAL("double precision"),
    EPISODE_START("timestamp"),
    EPISODE_END("timestamp"),
    ENDED("boolean"),
    WINDOWS("bigint"),
    EXPECTED("double precision"),
    LOWER("bigint"),
    UPPER("bigint"),
    PROBABILITY("double precision"),
    COUNT("bigint");

    private static final long MILLIS_PER_SECOND = 1_000;

    private final String type;

    TableColumn(String type) {
        this.type = type;
    }

    static TableColumn of(String field) {
        return valueOf(field.toUpperCase(Locale.ROOT));
    }

    /** Its name, quoted, because some are keywords of SQL. */
    String quoted() {
        return '"' + name().toLowerCase(Locale.ROOT) + '"';
    }

    /** Its type in the database; wall-clock times have no zone there either. */
    String type() {
        return type;
    }

    @Nullable
    Object valueIn(ResultRow row) {
        return switch (this) {
            case WINDOW_START -> wallClock(row.windowStart);
            case WINDOW_END -> wallClock(row.windowEnd);
            case RANK -> row.rank;
            case ORIGINAL_CRIME_TYPE_NAME -> storable(row.originalCrimeTypeName);
            case DISPOSITION -> storable(row.disposition);
            case DESCRIPTION -> storable(row.description);
            case PLACE_KIND -> storable(row.placeKind);
            case PLACE -> storable(row.place);
            case PRIORITY -> storable(row.priority);
            case POLICE_DISTRICT -> storable(row.district);
            case LEG -> storable(row.leg);
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

    /** Removes the character 0, which PostgreSQL refuses in text: the job would fail on that row again and again. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
