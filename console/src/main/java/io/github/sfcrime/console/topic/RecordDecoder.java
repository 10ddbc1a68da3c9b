package io.github.sfcrime.console.topic;

import static io.github.sfcrime.schemas.WireFormat.HEADER_LENGTH;

import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes any record in our wire format or Confluent's, by its writer's schema; not thread-safe. */
public final class RecordDecoder {

    private static final GenericData LOGICAL_TYPES = logicalTypes();

    private final @Nullable SchemaRegistry registry;
    private final Map<Schema, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    /**
     * A decoder of records, also of those in the Confluent wire format.
     *
     * @param registry where these find their schemas, null to leave them undecoded
     */
    public RecordDecoder(@Nullable SchemaRegistry registry) {
        this.registry = registry;
    }

    /** @throws IOException if the registry does not answer */
    TopicRecord record(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                decode(record.key()),
                decode(record.value()),
                record.headers());
    }

    /**
     * What a key or value holds.
     *
     * @throws IOException if the registry does not answer
     */
    public Content decode(byte @Nullable [] message) throws IOException {
        if (message == null) {
            return new Content.Absent();
        }
        try {
            return ConfluentFormat.isConfluent(message)
                    ? body(confluentSchema(message), message, ConfluentFormat.HEADER_LENGTH)
                    : body(KnownSchemas.withFingerprint(WireFormat.fingerprint(message)), message, HEADER_LENGTH);
        } catch (MalformedRecordException e) {
            return new Content.Undecodable(ByteBuffer.wrap(message).asReadOnlyBuffer(), String.valueOf(e.getMessage()));
        }
    }

    private Schema confluentSchema(byte[] message) throws IOException, MalformedRecordException {
        if (registry == null) {
            throw new MalformedRecordException("in the Confluent wire format, with schema "
                    + Integer.toUnsignedString(ConfluentFormat.id(message))
                    + " of a registry: name that with --schema-registry");
        }
        Schema schema = registry.schema(ConfluentFormat.id(message));
        if (schema.getType() != Schema.Type.RECORD) {
            throw new MalformedRecordException("of the schema " + schema + ", which is no record's");
        }
        return schema;
    }

    private Content body(Schema schema, byte[] message, int start) throws MalformedRecordException {
        BinaryDecoder body = DecoderFactory.get().binaryDecoder(message, start, message.length - start, null);
        try {
            return new Content.Decoded(
                    readers.computeIfAbsent(schema, s -> new GenericDatumReader<>(s, s, LOGICAL_TYPES))
                            .read(null, body));
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException("body does not fit its schema: " + e);
        }
    }

    private static GenericData logicalTypes() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        return model;
    }
}
