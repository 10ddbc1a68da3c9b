package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.results.ResultRow;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to write a result row as Avro, compiled from the schema: at real density there are two rows for every three calls,
 * and writing by reflection costs more than all else that is done to a row.
 */
final class EncodePlan {

    private enum Step {
        WINDOW_START,
        WINDOW_END,
        RANK,
        TYPE,
        DISPOSITION,
        DESCRIPTION,
        PLACE_KIND,
        PLACE,
        PRIORITY,
        DISTRICT,
        LEG,
        CALLS,
        MEDIAN,
        P90,
        P99,
        GOAL,
        WITHIN_GOAL,
        EPISODE_START,
        EPISODE_END,
        ENDED,
        WINDOWS,
        EXPECTED,
        LOWER,
        UPPER,
        PROBABILITY,
        COUNT,
        OLDEST
    }

    private final Step[] steps;
    private final boolean[] nullable;

    EncodePlan(Schema schema) {
        List<Schema.Field> fields = schema.getFields();
        steps = fields.stream().map(field -> step(field.name())).toArray(Step[]::new);
        nullable = new boolean[steps.length];
        for (int i = 0; i < steps.length; i++) {
            nullable[i] = fields.get(i).schema().isNullable();
        }
    }

    private static Step step(String field) {
        return switch (field) {
            case "window_start" -> Step.WINDOW_START;
            case "window_end" -> Step.WINDOW_END;
            case "rank" -> Step.RANK;
            case "original_crime_type_name" -> Step.TYPE;
            case "disposition" -> Step.DISPOSITION;
            case "description" -> Step.DESCRIPTION;
            case "place_kind" -> Step.PLACE_KIND;
            case "place" -> Step.PLACE;
            case "priority" -> Step.PRIORITY;
            case "police_district" -> Step.DISTRICT;
            case "leg" -> Step.LEG;
            case "calls" -> Step.CALLS;
            case "median_seconds" -> Step.MEDIAN;
            case "p90_seconds" -> Step.P90;
            case "p99_seconds" -> Step.P99;
            case "goal_seconds" -> Step.GOAL;
            case "within_goal" -> Step.WITHIN_GOAL;
            case "episode_start" -> Step.EPISODE_START;
            case "episode_end" -> Step.EPISODE_END;
            case "ended" -> Step.ENDED;
            case "windows" -> Step.WINDOWS;
            case "expected" -> Step.EXPECTED;
            case "lower" -> Step.LOWER;
            case "upper" -> Step.UPPER;
            case "probability" -> Step.PROBABILITY;
            case "count" -> Step.COUNT;
            case "oldest_call_date_time" -> Step.OLDEST;
            default -> throw new IllegalArgumentException("result rows have no field " + field);
        };
    }

    /** The row behind the message's header; a missing text is the empty string where the schema has no null. */
    byte[] write(ResultRow row, AvroMessage message) {
        message.begin();
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case WINDOW_START -> message.putLong(row.windowStart);
                case WINDOW_END -> message.putLong(row.windowEnd);
                case RANK -> message.putLong(row.rank);
                case TYPE -> put(row.originalCrimeTypeName, nullable[i], message);
                case DISPOSITION -> put(row.disposition, nullable[i], message);
                case DESCRIPTION -> put(row.description, nullable[i], message);
                case PLACE_KIND -> put(row.placeKind, nullable[i], message);
                case PLACE -> put(row.place, nullable[i], message);
                case PRIORITY -> put(row.priority, nullable[i], message);
                case DISTRICT -> put(row.district, nullable[i], message);
                case LEG -> put(row.leg, nullable[i], message);
                case CALLS -> message.putLong(times(row).calls);
                case MEDIAN -> message.putNullableLong(times(row).median);
                case P90 -> message.putNullableLong(times(row).p90);
                case P99 -> message.putNullableLong(times(row).p99);
                case GOAL -> message.putNullableLong(times(row).goal);
                case WITHIN_GOAL -> message.putNullableDouble(times(row).withinGoal);
                case EPISODE_START -> message.putLong(alert(row).episodeStart);
                case EPISODE_END -> message.putLong(alert(row).episodeEnd);
                case ENDED -> message.putBoolean(alert(row).ended);
                case WINDOWS -> message.putLong(alert(row).windows);
                case EXPECTED -> message.putDouble(alert(row).expected);
                case LOWER -> message.putLong(alert(row).lower);
                case UPPER -> message.putLong(alert(row).upper);
                case PROBABILITY -> message.putDouble(alert(row).probability);
                case COUNT -> message.putLong(row.count);
                case OLDEST -> message.putNullableLong(row.oldest);
            }
        }
        return message.end();
    }

    private static LegTimes times(ResultRow row) {
        return Objects.requireNonNull(row.times);
    }

    private static Alert alert(ResultRow row) {
        return Objects.requireNonNull(row.alert);
    }

    private static void put(@Nullable String text, boolean nullable, AvroMessage message) {
        if (nullable) {
            message.putNullableString(text);
        } else {
            message.putString(Objects.requireNonNullElse(text, ""));
        }
    }
}
