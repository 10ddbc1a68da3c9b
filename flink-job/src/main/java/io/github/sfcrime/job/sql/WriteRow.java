package io.github.sfcrime.job.sql;

import io.github.sfcrime.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/** Writes a table's row as one of our records in our wire format, with the same bytes as the job's other sinks. */
final class WriteRow implements SerializationSchema<RowData> {

    private final RecordColumns columns;
    private final RowData.FieldGetter[] getters;
    private final int[] positions;
    private transient ByteArrayOutputStream bytes;
    private transient BinaryEncoder encoder;
    private transient GenericDatumWriter<GenericRecord> writer;
    private transient GenericRecord record;
    private transient byte[] header;

    WriteRow(RecordColumns columns, RowType table) {
        this.columns = columns;
        positions = columns.fieldPositions();
        getters = new RowData.FieldGetter[table.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(table.getTypeAt(i), i);
        }
    }

    @Override
    public void open(InitializationContext context) {
        bytes = new ByteArrayOutputStream();
        encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        Schema schema = columns.schema();
        writer = new GenericDatumWriter<>(schema, new GenericData());
        record = new GenericData.Record(schema);
        header = WireFormat.header(schema);
    }

    @Override
    public byte[] serialize(RowData row) {
        List<Column> all = columns.columns();
        for (int field = 0; field < positions.length; field++) {
            int position = positions[field];
            record.put(field, all.get(position).toField(getters[position].getFieldOrNull(row)));
        }
        try {
            bytes.reset();
            bytes.write(header);
            writer.write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
