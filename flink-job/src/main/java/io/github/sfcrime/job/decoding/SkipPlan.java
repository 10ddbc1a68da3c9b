package io.github.sfcrime.job.decoding;

import static io.github.sfcrime.job.decoding.AvroBinary.afterBytes;
import static io.github.sfcrime.job.decoding.AvroBinary.afterFixed;
import static io.github.sfcrime.job.decoding.AvroBinary.afterNumber;
import static io.github.sfcrime.job.decoding.AvroBinary.branch;
import static io.github.sfcrime.job.decoding.AvroBinary.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** How to step over a value that nobody asked for, of whatever type Avro has, compiled from its schema. */
public final class SkipPlan {

    /** Values that hold themselves may be nested without end, but the thread's stack is not. */
    private static final int DEEPEST = 200;

    private final Schema.Type type;
    private final int length;
    private SkipPlan[] parts = {};

    private SkipPlan(Schema.Type type, int length) {
        this.type = type;
        this.length = length;
    }

    public static SkipPlan of(Schema schema) {
        return of(schema, new HashMap<>());
    }

    private static SkipPlan of(Schema schema, Map<String, SkipPlan> records) {
        SkipPlan known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        SkipPlan plan = new SkipPlan(schema.getType(), fixedLength(schema));
        if (schema.getType() == Schema.Type.RECORD) {
            records.put(schema.getFullName(), plan);
        }
        plan.parts = parts(schema).stream().map(part -> of(part, records)).toArray(SkipPlan[]::new);
        return plan;
    }

    private static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case UNION -> schema.getTypes();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            default -> List.of();
        };
    }

    /** How many bytes each value takes, of a type where they all take as many; else 0. */
    static int fixedLength(Schema schema) {
        return switch (schema.getType()) {
            case BOOLEAN -> 1;
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case FIXED -> schema.getFixedSize();
            default -> 0;
        };
    }

    /** Whether its values all take as many bytes. */
    static boolean isFixed(Schema schema) {
        return switch (schema.getType()) {
            case NULL, BOOLEAN, FLOAT, DOUBLE, FIXED -> true;
            default -> false;
        };
    }

    /** Whether its values are varints. */
    static boolean isNumber(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, ENUM -> true;
            default -> false;
        };
    }

    /** Whether its values are so many bytes as the number in front of them says. */
    static boolean isBytes(Schema schema) {
        return schema.getType() == Schema.Type.STRING || schema.getType() == Schema.Type.BYTES;
    }

    /**
     * Behind the value at {@code at}.
     *
     * @throws IndexOutOfBoundsException if the bytes do not fit the schema, or values are nested deeper than 200
     */
    public int over(byte[] bytes, int at) {
        return over(bytes, at, 0);
    }

    private int over(byte[] bytes, int at, int depth) {
        if (depth > DEEPEST) {
            throw new IndexOutOfBoundsException("values nested deeper than " + DEEPEST + " at byte " + at);
        }
        return switch (type) {
            case NULL -> at;
            case INT, LONG, ENUM -> afterNumber(bytes, at);
            case STRING, BYTES -> afterBytes(bytes, at);
            case BOOLEAN, FLOAT, DOUBLE, FIXED -> afterFixed(bytes, at, length);
            case UNION -> parts[branch(bytes, at, parts.length)].over(bytes, afterNumber(bytes, at), depth + 1);
            case RECORD -> overFields(bytes, at, depth);
            case ARRAY, MAP -> overBlocks(bytes, at, depth);
        };
    }

    private int overFields(byte[] bytes, int start, int depth) {
        int at = start;
        for (SkipPlan part : parts) {
            at = part.over(bytes, at, depth + 1);
        }
        return at;
    }

    private int overBlocks(byte[] bytes, int start, int depth) {
        int at = start;
        for (long items = number(bytes, at); items != 0; items = number(bytes, at)) {
            at = afterNumber(bytes, at);
            // A negative number of items is followed by how many bytes they take.
            at = items < 0 ? afterBytes(bytes, at) : overItems(bytes, at, items, depth);
        }
        return afterNumber(bytes, at);
    }

    private int overItems(byte[] bytes, int start, long items, int depth) {
        int at = start;
        for (long i = 0; i < items; i++) {
            int item = type == Schema.Type.MAP ? afterBytes(bytes, at) : at;
            int end = parts[0].over(bytes, item, depth + 1);
            if (end == at) {
                // Such items take no bytes, and a damaged count may name any number of them.
                return at;
            }
            at = end;
        }
        return at;
    }
}
