package io.github.sfcrime.job.kafka.sink;

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
        COUNT
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
            case "count" -> Step.COUNT;
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
                case COUNT -> message.putLong(row.count);
            }
        }
        return message.end();
    }

    private static void put(@Nullable String text, boolean nullable, AvroMessage message) {
        if (nullable) {
            message.putNullableString(text);
        } else {
            message.putString(Objects.requireNonNullElse(text, ""));
        }
    }
}
