package io.github.sfcrime.job.calls;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;

/**
 * How to read the fields that the job counts by out of a call's Avro body, compiled from the schema that wrote it. Every
 * other field is stepped over without being decoded, to the end, so that a damaged body is noticed.
 */
final class DecodePlan {

    private enum Step {
        CALL_DATE_TIME,
        TYPE,
        DISPOSITION,
        CRIME_ID,
        PLACE,
        SKIP_NUMBER,
        SKIP_BYTES,
        SKIP_FIXED
    }

    private final Step[] steps;
    /** Branch of the union that is null; -1 where the field is no union. */
    private final int[] nullBranches;

    private final int[] fixedLengths;
    /** Which of {@link Places#FIELDS} the field is; -1 where it is none. */
    private final int[] placeIndexes;

    /**
     * The plan for records that {@code writer} wrote.
     *
     * @throws IllegalArgumentException if they have no time or type, or a field that is neither a primitive nor a union
     *     of null and one
     */
    DecodePlan(Schema writer, NeededFields needed) {
        List<Schema.Field> fields = writer.getFields();
        steps = new Step[fields.size()];
        nullBranches = new int[fields.size()];
        fixedLengths = new int[fields.size()];
        placeIndexes = new int[fields.size()];
        for (int i = 0; i < steps.length; i++) {
            Schema.Field field = fields.get(i);
            nullBranches[i] = nullBranch(field.schema());
            Schema value = nullBranches[i] < 0
                    ? field.schema()
                    : field.schema().getTypes().get(1 - nullBranches[i]);
            placeIndexes[i] = Places.FIELDS.indexOf(field.name());
            steps[i] = step(field.name(), value, needed);
            fixedLengths[i] = fixedLength(value);
        }
        require(writer, "call_date_time", Schema.Type.LONG);
        require(writer, "original_crime_type_name", Schema.Type.STRING);
        if (needed.crimeId()) {
            require(writer, "crime_id", Schema.Type.LONG);
        }
    }

    private static void require(Schema writer, String name, Schema.Type type) {
        Schema.Field field = writer.getField(name);
        if (field == null || field.schema().getType() != type) {
            throw new IllegalArgumentException("its schema has no " + name + " of type " + type.getName());
        }
    }

    /**
     * Reads the body into {@code call}.
     *
     * @throws IndexOutOfBoundsException if the body does not fit the schema
     */
    void read(AvroCursor body, TextPools texts, CallRecord call) {
        call.disposition = null;
        Arrays.fill(call.places, null);
        for (int i = 0; i < steps.length; i++) {
            if (nullBranches[i] >= 0 && isNull(body, nullBranches[i])) {
                continue;
            }
            switch (steps[i]) {
                case CALL_DATE_TIME -> call.callDateTime = body.readLong();
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
            }
        }
        if (!body.atEnd()) {
            throw new IndexOutOfBoundsException("bytes left over behind the record at byte " + body.position());
        }
    }

    private static boolean isNull(AvroCursor body, int nullBranch) {
        long branch = body.readLong();
        if (branch != 0 && branch != 1) {
            throw new IndexOutOfBoundsException("union has no branch " + branch + " at byte " + body.position());
        }
        return branch == nullBranch;
    }

    private static int nullBranch(Schema schema) {
        if (!schema.isUnion()) {
            return -1;
        }
        if (schema.getTypes().size() != 2 || !schema.isNullable()) {
            throw new IllegalArgumentException("no plan for a union that is not of null and one type: " + schema);
        }
        return schema.getTypes().get(0).getType() == Schema.Type.NULL ? 0 : 1;
    }

    private static Step step(String field, Schema value, NeededFields needed) {
        return switch (field) {
            case "call_date_time" -> Step.CALL_DATE_TIME;
            case "original_crime_type_name" -> Step.TYPE;
            case "disposition" -> value.getType() == Schema.Type.STRING ? Step.DISPOSITION : skip(field, value);
            case "crime_id" ->
                needed.crimeId() && value.getType() == Schema.Type.LONG ? Step.CRIME_ID : skip(field, value);
            default ->
                needed.places() && Places.FIELDS.contains(field) && value.getType() == Schema.Type.STRING
                        ? Step.PLACE
                        : skip(field, value);
        };
    }

    private static Step skip(String field, Schema value) {
        return switch (value.getType()) {
            case INT, LONG, ENUM -> Step.SKIP_NUMBER;
            case STRING, BYTES -> Step.SKIP_BYTES;
            case BOOLEAN, FLOAT, DOUBLE, FIXED -> Step.SKIP_FIXED;
            default -> throw new IllegalArgumentException("no plan for field " + field + " of type " + value);
        };
    }

    private static int fixedLength(Schema value) {
        return switch (value.getType()) {
            case BOOLEAN -> 1;
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case FIXED -> value.getFixedSize();
            default -> 0;
        };
    }
}
