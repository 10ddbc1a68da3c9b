package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.UnknownSchemaException;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Reads a record in our wire format, whichever known schema version wrote it, into a table's columns. */
final class ReadRow implements DeserializationSchema<RowData> {

    private final RecordColumns columns;
    private final boolean ignoreParseErrors;
    private final TypeInformation<RowData> producedType;
    private transient Map<Long, GenericDatumReader<GenericRecord>> readers;
    private transient Schema readerSchema;
    private transient BinaryDecoder decoder;
    private transient GenericRecord record;
    private transient Counter skipped;

    ReadRow(RecordColumns columns, boolean ignoreParseErrors, TypeInformation<RowData> producedType) {
        this.columns = columns;
        this.ignoreParseErrors = ignoreParseErrors;
        this.producedType = producedType;
    }

    @Override
    public void open(InitializationContext context) {
        readers = new HashMap<>();
        decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
        readerSchema = columns.readerSchema();
        record = new GenericData.Record(readerSchema);
        skipped = context.getMetricGroup().addGroup("sfcrime").counter("recordsSkipped");
    }

    /**
     * The row, or null if {@code message} is damaged and such records are skipped.
     *
     * @throws PermanentFailure if the record is damaged, or if a schema that this build does not carry wrote it
     */
    @Override
    public @Nullable RowData deserialize(byte @Nullable [] message) {
        try {
            return row(read(message));
        } catch (UnknownSchemaException e) {
            throw failure(e);
        } catch (MalformedRecordException e) {
            if (ignoreParseErrors) {
                skipped.inc();
                return null;
            }
            throw failure(e);
        }
    }

    @Override
    public boolean isEndOfStream(RowData row) {
        return false;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return producedType;
    }

    private GenericRecord read(byte @Nullable [] message) throws MalformedRecordException {
        if (message == null) {
            throw new MalformedRecordException("record has no value");
        }
        GenericDatumReader<GenericRecord> reader = reader(WireFormat.fingerprint(message));
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(
                            message, WireFormat.HEADER_LENGTH, message.length - WireFormat.HEADER_LENGTH, decoder);
            record = reader.read(record, decoder);
            if (!decoder.isEnd()) {
                throw new MalformedRecordException("bytes are left over behind the record");
            }
            return record;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw new MalformedRecordException("body does not fit its schema: " + e);
        }
    }

    private GenericDatumReader<GenericRecord> reader(long fingerprint) throws MalformedRecordException {
        GenericDatumReader<GenericRecord> reader = readers.get(fingerprint);
        if (reader == null) {
            Schema writer = KnownSchemas.withFingerprint(fingerprint);
            if (!writer.getFullName().equals(readerSchema.getFullName())) {
                throw new MalformedRecordException("it is a " + writer.getName());
            }
            reader = new GenericDatumReader<>(writer, readerSchema, new GenericData());
            readers.put(fingerprint, reader);
        }
        return reader;
    }

    private RowData row(GenericRecord read) {
        List<Column> all = columns.columns();
        GenericRowData row = new GenericRowData(all.size());
        for (int i = 0; i < all.size(); i++) {
            row.setField(i, all.get(i).toColumn(read.get(i)));
        }
        return row;
    }

    private PermanentFailure failure(MalformedRecordException cause) {
        return new PermanentFailure("cannot read a " + columns.record() + ": " + cause.getMessage(), cause);
    }
}
