package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Hexagons;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.schemas.MalformedRecordException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the plan against Avro's own reader, on writers' schemas and records made at random, of every type that Avro has. */
class DecodePlanPropertyTest {

    private static final NeededFields NEEDED = new NeededFields(true, true);

    /** What holds whatever the seed is. */
    private interface Property {
        void check(Random random) throws Exception;
    }

    private static void holds(int seeds, Property property) {
        for (int seed = 0; seed < seeds; seed++) {
            int tried = seed;
            assertThatCode(() -> property.check(new Random(tried)))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPlanReadsWhatAvroReadsWhateverLiesBetweenTheFields() {
        holds(1000, DecodePlanPropertyTest::readsWhatAvroReads);
    }

    private static void readsWhatAvroReads(Random random) throws Exception {
        Schema writer = writerSchema(random);
        byte[] body = encode(RandomSchemas.record(writer, random), random);

        GenericRecord expected = new GenericDatumReader<GenericRecord>(writer)
                .read(null, DecoderFactory.get().binaryDecoder(body, null));
        CallBatch calls = roomForOne();
        DecodePlan plan = new DecodePlan(writer, NEEDED);
        String missing = missing(expected);
        if (missing != null) {
            assertThatThrownBy(() -> plan.read(body, 0, body.length, new TextPools(), calls, 0))
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessage(missing + " is null");
            return;
        }
        plan.read(body, 0, body.length, new TextPools(), calls, 0);
        CallRecord call = calls.call(0);

        assertThat(calls.typeHashes).containsExactly(call.originalCrimeTypeName.hashCode());
        assertThat(calls.dispositionHashes).containsExactly(Objects.hashCode(call.disposition));
        assertThat(call.callDateTime).isEqualTo(expected.get("call_date_time"));
        assertThat(call.originalCrimeTypeName).isEqualTo(text(expected, "original_crime_type_name"));
        String disposition = text(expected, "disposition");
        assertThat(call.disposition).isEqualTo("".equals(disposition) ? null : disposition);
        assertThat(call.crimeId).isEqualTo(((Number) expected.get("crime_id")).longValue());
        assertThat(call.places)
                .containsExactly(
                        text(expected, "address"), text(expected, "city"), null, null, null, null, hexagon(expected));
    }

    private static @Nullable String hexagon(GenericRecord record) {
        return record.hasField("latitude")
                        && record.get("latitude") instanceof Double latitude
                        && record.get("longitude") instanceof Double longitude
                ? new Hexagons().at(latitude, longitude)
                : null;
    }

    private static @Nullable String text(GenericRecord record, String field) {
        Object text = record.hasField(field) ? record.get(field) : null;
        return text instanceof ByteBuffer bytes
                ? UTF_8.decode(bytes.duplicate()).toString()
                : text == null ? null : text.toString();
    }

    /** The first of the fields that no call is without, but this one is. */
    private static @Nullable String missing(GenericRecord record) {
        return record.getSchema().getFields().stream()
                .map(Schema.Field::name)
                .filter(List.of("call_date_time", "original_crime_type_name", "crime_id")::contains)
                .filter(name -> record.get(name) == null)
                .findFirst()
                .orElse(null);
    }

    private static CallBatch roomForOne() {
        CallBatch calls = new CallBatch("topic", 0, 1);
        calls.makeRoomFor(NEEDED);
        calls.clear(0);
        return calls;
    }

    @Test
    void aBodyThatIsCutOrLongerIsNoticed() {
        holds(200, DecodePlanPropertyTest::noticesWhereABodyEnds);
    }

    private static void noticesWhereABodyEnds(Random random) throws Exception {
        Schema writer = writerSchema(random);
        GenericRecord record = RandomSchemas.record(writer, random);
        if (missing(record) != null) {
            return;
        }
        byte[] body = encode(record, random);
        DecodePlan plan = new DecodePlan(writer, NEEDED);

        for (int length = 0; length < Math.min(body.length, 2_000); length++) {
            assertThat(reads(plan, Arrays.copyOf(body, length))).isFalse();
        }
        assertThat(reads(plan, Arrays.copyOf(body, body.length + 1))).isFalse();
        assertThat(reads(plan, body)).isTrue();
    }

    @Test
    void bytesAtRandomAreReadOrRefusedButNothingElse() {
        holds(2000, random -> {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            reads(new DecodePlan(writerSchema(random), NEEDED), body);
        });
    }

    private static boolean reads(DecodePlan plan, byte[] body) {
        try {
            plan.read(body, 0, body.length, new TextPools(), roomForOne(), 0);
            return true;
        } catch (IndexOutOfBoundsException | MalformedRecordException e) {
            return false;
        }
    }

    private static Schema writerSchema(Random random) {
        RandomSchemas schemas = new RandomSchemas(random);
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("call_date_time", perhapsNullable(wallClock(), random)));
        fields.add(new Schema.Field("original_crime_type_name", perhapsNullable(text(random), random)));
        fields.add(new Schema.Field("crime_id", perhapsNullable(number(random), random)));
        fields.add(new Schema.Field("city", text(random)));
        if (random.nextBoolean()) {
            fields.add(new Schema.Field("address", schemas.nullable(text(random))));
        }
        fields.add(new Schema.Field("disposition", schemas.nullable(text(random))));
        if (random.nextBoolean()) {
            fields.add(new Schema.Field("latitude", schemas.nullable(Schema.create(Schema.Type.DOUBLE))));
            fields.add(new Schema.Field("longitude", perhapsNullable(Schema.create(Schema.Type.DOUBLE), random)));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            fields.add(new Schema.Field("field_" + i, schemas.next()));
        }
        Collections.shuffle(fields, random);
        return Schema.createRecord("CallForService", null, null, false, fields);
    }

    private static Schema wallClock() {
        return LogicalTypes.localTimestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    }

    private static Schema text(Random random) {
        return Schema.create(random.nextInt(4) == 0 ? Schema.Type.BYTES : Schema.Type.STRING);
    }

    private static Schema number(Random random) {
        return Schema.create(random.nextBoolean() ? Schema.Type.LONG : Schema.Type.INT);
    }

    private static Schema perhapsNullable(Schema schema, Random random) {
        return random.nextBoolean() ? new RandomSchemas(random).nullable(schema) : schema;
    }

    private static byte[] encode(GenericRecord record, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Blocks as long as there are bytes for, so that lists of more than one block come up, each with its size.
        BinaryEncoder encoder = random.nextBoolean()
                ? EncoderFactory.get().binaryEncoder(bytes, null)
                : new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
