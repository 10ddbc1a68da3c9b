package io.github.sfcrime.job.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Holds the plan against Avro's own reader, on writers' schemas and records made at random. */
class DecodePlanPropertyTest {

    private static final NeededFields NEEDED = new NeededFields(true, true);
    private static final List<Schema.Type> KINDS = List.of(
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.STRING,
            Schema.Type.BYTES,
            Schema.Type.BOOLEAN,
            Schema.Type.FLOAT,
            Schema.Type.DOUBLE,
            Schema.Type.FIXED,
            Schema.Type.ENUM);

    @Property(tries = 500)
    void aPlanReadsWhatAvroReadsWhateverLiesBetweenTheFields(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Schema writer = writerSchema(random);
        GenericRecord written = record(writer, random);
        byte[] body = encode(written);

        CallRecord call = newCall();
        AvroCursor cursor = new AvroCursor();
        cursor.reset(body, 0);
        new DecodePlan(writer, NEEDED).read(cursor, new TextPools(), call);

        GenericRecord expected = new GenericDatumReader<GenericRecord>(writer)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
        assertThat(call.callDateTime).isEqualTo(expected.get("call_date_time"));
        assertThat(call.originalCrimeTypeName)
                .isEqualTo(expected.get("original_crime_type_name").toString());
        String disposition = text(expected, "disposition");
        assertThat(call.disposition).isEqualTo("".equals(disposition) ? null : disposition);
        assertThat(call.crimeId).isEqualTo(expected.get("crime_id"));
        assertThat(call.places)
                .containsExactly(text(expected, "address"), text(expected, "city"), null, null, null, null);
    }

    private static @Nullable String text(GenericRecord record, String field) {
        Object text = record.hasField(field) ? record.get(field) : null;
        return text == null ? null : text.toString();
    }

    private static CallRecord newCall() {
        return new CallDecoder(NEEDED, null).newCall();
    }

    @Property(tries = 100)
    void aBodyThatIsCutOrLongerIsNoticed(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Schema writer = writerSchema(random);
        byte[] body = encode(record(writer, random));
        DecodePlan plan = new DecodePlan(writer, NEEDED);

        for (int length = 0; length < body.length; length++) {
            assertThat(reads(plan, Arrays.copyOf(body, length))).isFalse();
        }
        assertThat(reads(plan, Arrays.copyOf(body, body.length + 1))).isFalse();
        assertThat(reads(plan, body)).isTrue();
    }

    @Property(tries = 2000)
    void bytesAtRandomAreReadOrRefusedButNothingElse(@ForAll byte[] body, @ForAll long seed) {
        reads(new DecodePlan(writerSchema(new Random(seed)), NEEDED), body);
    }

    private static boolean reads(DecodePlan plan, byte[] body) {
        AvroCursor cursor = new AvroCursor();
        cursor.reset(body, 0);
        try {
            plan.read(cursor, new TextPools(), newCall());
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static Schema writerSchema(Random random) {
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("call_date_time", Schema.create(Schema.Type.LONG)));
        fields.add(new Schema.Field("original_crime_type_name", Schema.create(Schema.Type.STRING)));
        fields.add(new Schema.Field("crime_id", Schema.create(Schema.Type.LONG)));
        fields.add(new Schema.Field("city", Schema.create(Schema.Type.STRING)));
        if (random.nextBoolean()) {
            fields.add(new Schema.Field("address", nullable(Schema.create(Schema.Type.STRING), random)));
        }
        fields.add(new Schema.Field("disposition", nullable(Schema.create(Schema.Type.STRING), random)));
        for (int i = random.nextInt(8); i > 0; i--) {
            Schema kind = kind(KINDS.get(random.nextInt(KINDS.size())), i);
            fields.add(new Schema.Field("field_" + i, random.nextBoolean() ? kind : nullable(kind, random)));
        }
        Collections.shuffle(fields, random);
        return Schema.createRecord("CallForService", null, null, false, fields);
    }

    private static Schema kind(Schema.Type type, int number) {
        return switch (type) {
            case FIXED -> Schema.createFixed("fixed_" + number, null, null, number);
            case ENUM -> Schema.createEnum("enum_" + number, null, null, List.of("A", "B", "C"));
            default -> Schema.create(type);
        };
    }

    private static Schema nullable(Schema schema, Random random) {
        Schema absent = Schema.create(Schema.Type.NULL);
        return random.nextBoolean() ? Schema.createUnion(absent, schema) : Schema.createUnion(schema, absent);
    }

    private static GenericRecord record(Schema schema, Random random) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.name(), value(field.schema(), random));
        }
        return record;
    }

    private static @Nullable Object value(Schema schema, Random random) {
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(random.nextInt(2)), random);
            case NULL -> null;
            case INT -> random.nextInt();
            case LONG -> random.nextLong() >> random.nextInt(64);
            case BOOLEAN -> random.nextBoolean();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble();
            case STRING -> text(random);
            case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(200), random));
            case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize(), random));
            case ENUM -> new GenericData.EnumSymbol(schema, "B");
            default -> throw new AssertionError(schema);
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(100), 0, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] encode(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
