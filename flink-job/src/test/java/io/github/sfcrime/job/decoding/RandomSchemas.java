package io.github.sfcrime.job.decoding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Schemas of every Avro type, nested in each other and in themselves, and values of them. */
final class RandomSchemas {

    private static final List<Schema.Type> SCALARS = List.of(
            Schema.Type.NULL,
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.STRING,
            Schema.Type.BYTES,
            Schema.Type.BOOLEAN,
            Schema.Type.FLOAT,
            Schema.Type.DOUBLE);

    private static final int DEEPEST = 3;

    private final Random random;
    private int names;

    RandomSchemas(Random random) {
        this.random = random;
    }

    Schema next() {
        return next(0);
    }

    /** The union of null and that, or of that and null. */
    Schema nullable(Schema schema) {
        Schema absent = Schema.create(Schema.Type.NULL);
        return random.nextBoolean() ? Schema.createUnion(absent, schema) : Schema.createUnion(schema, absent);
    }

    private Schema next(int depth) {
        int kind = random.nextInt(depth < DEEPEST ? SCALARS.size() + 7 : SCALARS.size());
        return switch (kind - SCALARS.size()) {
            case 0 -> Schema.createFixed("fixed_" + names++, null, null, random.nextInt(20));
            case 1 -> Schema.createEnum("enum_" + names++, null, null, List.of("A", "B", "C"));
            case 2 -> Schema.createArray(next(depth + 1));
            case 3 -> Schema.createMap(next(depth + 1));
            case 4 -> record(depth);
            case 5 -> union(depth);
            case 6 -> list();
            default -> Schema.create(SCALARS.get(kind));
        };
    }

    private Schema record(int depth) {
        List<Schema.Field> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(new Schema.Field("field_" + i, next(depth + 1)));
        }
        return Schema.createRecord("record_" + names++, null, null, false, fields);
    }

    /** Of one branch or many: no two without a name may be of one type. */
    private Schema union(int depth) {
        Map<String, Schema> branches = new HashMap<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Schema branch = next(depth + 1);
            if (!branch.isUnion()) {
                branches.put(branch.getFullName(), branch);
            }
        }
        List<Schema> shuffled = new ArrayList<>(branches.values());
        Collections.shuffle(shuffled, random);
        return shuffled.isEmpty() ? nullable(Schema.create(Schema.Type.INT)) : Schema.createUnion(shuffled);
    }

    /** A record that holds itself. */
    private Schema list() {
        Schema list = Schema.createRecord("list_" + names++, null, null, false);
        list.setFields(List.of(
                new Schema.Field("head", Schema.create(SCALARS.get(random.nextInt(SCALARS.size())))),
                new Schema.Field("tail", nullable(list))));
        return list;
    }

    static @Nullable Object value(Schema schema, Random random) {
        return switch (schema.getType()) {
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())), random);
            case NULL -> null;
            case INT -> random.nextInt();
            case LONG -> random.nextLong() >> random.nextInt(64);
            case BOOLEAN -> random.nextBoolean();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case STRING -> text(random);
            case BYTES -> ByteBuffer.wrap(text(random).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize(), random));
            case ENUM -> new GenericData.EnumSymbol(schema, "B");
            case ARRAY -> array(schema, random);
            case MAP -> map(schema, random);
            case RECORD -> record(schema, random);
        };
    }

    static GenericRecord record(Schema schema, Random random) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.name(), value(field.schema(), random));
        }
        return record;
    }

    private static List<@Nullable Object> array(Schema schema, Random random) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(value(schema.getElementType(), random));
        }
        return items;
    }

    private static Map<String, @Nullable Object> map(Schema schema, Random random) {
        Map<String, @Nullable Object> entries = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            entries.put(text(random), value(schema.getValueType(), random));
        }
        return entries;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(60), 0, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
