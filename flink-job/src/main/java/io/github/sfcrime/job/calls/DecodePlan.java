package io.github.sfcrime.job.calls;

import io.github.sfcrime.schemas.MalformedRecordException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * How to read the fields that the job counts by out of a call's Avro body, compiled from the schema that wrote it. Every
 * other field is stepped over without being decoded, to the end, so that a damaged body is noticed.
 */
final class DecodePlan {

    private enum Step {
        CALL_DATE_TIME,
        OTHER_CALL_DATE_TIME,
        TYPE,
        DISPOSITION,
        CRIME_ID,
        PLACE,
        SKIP_NUMBER,
        SKIP_BYTES,
        SKIP_FIXED,
        SKIP_NESTED
    }

    private static final Set<Step> REQUIRED =
            EnumSet.of(Step.CALL_DATE_TIME, Step.OTHER_CALL_DATE_TIME, Step.TYPE, Step.CRIME_ID);

    private final List<Schema.Field> fields;
    private final Step[] steps;
    /** Branch of the union of null and one type that is null; -1 where the field is no such union. */
    private final int[] nullBranches;

    /** Whether no call is without the field. */
    private final boolean[] required;

    private final int[] fixedLengths;
    /** Which of {@link Places#FIELDS} the field is; -1 where it is none. */
    private final int[] placeIndexes;

    private final SkipPlan[] skips;
    private final SanFranciscoClock clock = new SanFranciscoClock();
    private CallTime time = CallTime.LOCAL_TIMESTAMP_MILLIS;

    /**
     * The plan for records that {@code writer} wrote.
     *
     * @throws IllegalArgumentException if one of the fields that are read is not there and must be, or is of a type that
     *     can't be read as what it is
     */
    DecodePlan(Schema writer, NeededFields needed) {
        fields = writer.getFields();
        steps = new Step[fields.size()];
        nullBranches = new int[fields.size()];
        required = new boolean[fields.size()];
        fixedLengths = new int[fields.size()];
        placeIndexes = new int[fields.size()];
        skips = new SkipPlan[fields.size()];
        for (int i = 0; i < steps.length; i++) {
            Schema.Field field = fields.get(i);
            nullBranches[i] = nullBranch(field.schema());
            Schema value = nullBranches[i] < 0
                    ? field.schema()
                    : field.schema().getTypes().get(1 - nullBranches[i]);
            placeIndexes[i] = Places.FIELDS.indexOf(field.name());
            steps[i] = step(field.name(), value, needed);
            required[i] = REQUIRED.contains(steps[i]);
            fixedLengths[i] = SkipPlan.fixedLength(value);
            skips[i] = SkipPlan.of(value);
        }
        requireRead(Step.TYPE, "original_crime_type_name");
        if (needed.crimeId()) {
            requireRead(Step.CRIME_ID, "crime_id");
        }
        if (!isRead(Step.OTHER_CALL_DATE_TIME)) {
            requireRead(Step.CALL_DATE_TIME, "call_date_time");
        }
    }

    private void requireRead(Step step, String field) {
        if (!isRead(step)) {
            throw new IllegalArgumentException("it has no " + field);
        }
    }

    private boolean isRead(Step step) {
        return Arrays.asList(steps).contains(step);
    }

    /**
     * Reads the body into {@code call}.
     *
     * @throws IndexOutOfBoundsException if the body does not fit the schema
     * @throws MalformedRecordException if a field that no call is without is null
     */
    void read(AvroCursor body, TextPools texts, CallRecord call) throws MalformedRecordException {
        call.disposition = null;
        Arrays.fill(call.places, null);
        for (int i = 0; i < steps.length; i++) {
            if (nullBranches[i] >= 0 && body.readBranch(2) == nullBranches[i]) {
                if (required[i]) {
                    throw new MalformedRecordException(fields.get(i).name() + " is null");
                }
                continue;
            }
            switch (steps[i]) {
                case CALL_DATE_TIME -> call.callDateTime = body.readLong();
                case OTHER_CALL_DATE_TIME -> call.callDateTime = time.wallClock(body.readLong(), clock);
                case TYPE -> call.originalCrimeTypeName = body.readString(texts.types);
                case DISPOSITION -> {
                    String disposition = body.readString(texts.dispositions);
                    call.disposition = disposition.isEmpty() ? null : disposition;
                }
                case CRIME_ID -> call.crimeId = body.readLong();
                case PLACE -> call.places[placeIndexes[i]] = body.readString(texts.places);
                case SKIP_NUMBER -> body.readLong();
                case SKIP_BYTES -> body.skipBytes();
                case SKIP_FIXED -> body.skip(fixedLengths[i]);
                case SKIP_NESTED -> skips[i].over(body);
            }
        }
        if (!body.atEnd()) {
            throw new IndexOutOfBoundsException("bytes left over behind the record at byte " + body.position());
        }
    }

    private static int nullBranch(Schema schema) {
        if (!schema.isUnion() || schema.getTypes().size() != 2 || !schema.isNullable()) {
            return -1;
        }
        return schema.getTypes().get(0).getType() == Schema.Type.NULL ? 0 : 1;
    }

    private Step step(String field, Schema value, NeededFields needed) {
        return switch (field) {
            case "call_date_time" -> time(value);
            case "original_crime_type_name" -> text(field, value, Step.TYPE);
            case "disposition" -> optionalText(field, value, Step.DISPOSITION);
            case "crime_id" -> needed.crimeId() ? number(field, value) : skip(value);
            default ->
                needed.places() && Places.FIELDS.contains(field) ? optionalText(field, value, Step.PLACE) : skip(value);
        };
    }

    private Step time(Schema value) {
        time = CallTime.of(value);
        require("call_date_time", value, value.getType() == Schema.Type.LONG, "a long");
        return time == CallTime.LOCAL_TIMESTAMP_MILLIS ? Step.CALL_DATE_TIME : Step.OTHER_CALL_DATE_TIME;
    }

    /** Avro reads bytes as texts, and writes both alike. */
    private static Step text(String field, Schema value, Step step) {
        boolean plainBytes = value.getType() == Schema.Type.BYTES && value.getProp("logicalType") == null;
        require(field, value, value.getType() == Schema.Type.STRING || plainBytes, "a string");
        return step;
    }

    private static Step optionalText(String field, Schema value, Step step) {
        return value.getType() == Schema.Type.NULL ? skip(value) : text(field, value, step);
    }

    /** Avro reads ints as longs, and writes both alike. */
    private static Step number(String field, Schema value) {
        boolean whole = value.getType() == Schema.Type.LONG || value.getType() == Schema.Type.INT;
        require(field, value, whole && value.getProp("logicalType") == null, "a long");
        return Step.CRIME_ID;
    }

    private static void require(String field, Schema value, boolean readable, String type) {
        if (!readable) {
            throw new IllegalArgumentException(field + " must be " + type + ": " + value);
        }
    }

    private static Step skip(Schema value) {
        return switch (value.getType()) {
            case INT, LONG, ENUM -> Step.SKIP_NUMBER;
            case STRING, BYTES -> Step.SKIP_BYTES;
            case NULL, BOOLEAN, FLOAT, DOUBLE, FIXED -> Step.SKIP_FIXED;
            case RECORD, ARRAY, MAP, UNION -> Step.SKIP_NESTED;
        };
    }
}
