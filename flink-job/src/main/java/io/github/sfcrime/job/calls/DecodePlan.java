package io.github.sfcrime.job.calls;

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
        SKIP_NUMBER,
        SKIP_BYTES,
        SKIP_FIXED
    }

    private final Step[] steps;
    /** Branch of the union that is null; -1 where the field is no union. */
    private final int[] nullBranches;

    private final int[] fixedLengths;

    /**
     * The plan for records that {@code writer} wrote.
     *
     * @throws IllegalArgumentException if a field is neither a primitive nor a union of null and one
     */
    DecodePlan(Schema writer) {
        List<Schema.Field> fields = writer.getFields();
        steps = new Step[fields.size()];
        nullBranches = new int[fields.size()];
        fixedLengths = new int[fields.size()];
        for (int i = 0; i < steps.length; i++) {
            Schema.Field field = fields.get(i);
            nullBranches[i] = nullBranch(field.schema());
            Schema value = nullBranches[i] < 0
                    ? field.schema()
                    : field.schema().getTypes().get(1 - nullBranches[i]);
            steps[i] = step(field.name(), value);
            fixedLengths[i] = fixedLength(value);
        }
    }

    /**
     * Reads the body into {@code call}.
     *
     * @throws IndexOutOfBoundsException if the body does not fit the schema
     */
    void read(AvroCursor body, StringPool types, StringPool dispositions, CallRecord call) {
        call.disposition = null;
        for (int i = 0; i < steps.length; i++) {
            if (nullBranches[i] >= 0 && isNull(body, nullBranches[i])) {
                continue;
            }
            switch (steps[i]) {
                case CALL_DATE_TIME -> call.callDateTime = body.readLong();
                case TYPE -> call.originalCrimeTypeName = body.readString(types);
                case DISPOSITION -> call.disposition = body.readString(dispositions);
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

    private static Step step(String field, Schema value) {
        return switch (field) {
            case "call_date_time" -> Step.CALL_DATE_TIME;
            case "original_crime_type_name" -> Step.TYPE;
            case "disposition" -> Step.DISPOSITION;
            default ->
                switch (value.getType()) {
                    case INT, LONG, ENUM -> Step.SKIP_NUMBER;
                    case STRING, BYTES -> Step.SKIP_BYTES;
                    case BOOLEAN, FLOAT, DOUBLE, FIXED -> Step.SKIP_FIXED;
                    default -> throw new IllegalArgumentException("no plan for field " + field + " of type " + value);
                };
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
