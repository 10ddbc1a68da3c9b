package io.github.sfcrime.job.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** How to step over a value that nobody asked for, of whatever type Avro has, compiled from its schema. */
final class SkipPlan {

    /** Values that hold themselves may be nested without end, but the thread's stack is not. */
    private static final int DEEPEST = 200;

    private final Schema.Type type;
    private final int length;
    private SkipPlan[] parts = {};

    private SkipPlan(Schema.Type type, int length) {
        this.type = type;
        this.length = length;
    }

    static SkipPlan of(Schema schema) {
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

    /**
     * Moves behind the value.
     *
     * @throws IndexOutOfBoundsException if the bytes do not fit the schema, or values are nested deeper than 200
     */
    void over(AvroCursor body) {
        over(body, 0);
    }

    private void over(AvroCursor body, int depth) {
        if (depth > DEEPEST) {
            throw new IndexOutOfBoundsException("values nested deeper than " + DEEPEST + " at byte " + body.position());
        }
        switch (type) {
            case NULL -> {}
            case INT, LONG, ENUM -> body.readLong();
            case STRING, BYTES -> body.skipBytes();
            case BOOLEAN, FLOAT, DOUBLE, FIXED -> body.skip(length);
            case UNION -> parts[body.readBranch(parts.length)].over(body, depth + 1);
            case RECORD -> {
                for (SkipPlan part : parts) {
                    part.over(body, depth + 1);
                }
            }
            case ARRAY, MAP -> overBlocks(body, depth);
        }
    }

    private void overBlocks(AvroCursor body, int depth) {
        for (long items = body.readLong(); items != 0; items = body.readLong()) {
            if (items < 0) {
                // Then the block says how many bytes it takes.
                body.skip(body.readLong());
            } else {
                overItems(body, items, depth);
            }
        }
    }

    private void overItems(AvroCursor body, long items, int depth) {
        for (long i = 0; i < items; i++) {
            int before = body.position();
            if (type == Schema.Type.MAP) {
                body.skipBytes();
            }
            parts[0].over(body, depth + 1);
            if (body.position() == before) {
                // Such items take no bytes, and a damaged count may name any number of them.
                return;
            }
        }
    }
}
