package io.github.sfcrime.job.sql;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.format.EncodingFormat;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

/**
 * Writes rows as records of one schema.
 *
 * @param record the name of the schema
 */
record AvroEncoding(String record) implements EncodingFormat<SerializationSchema<RowData>> {

    @Override
    public SerializationSchema<RowData> createRuntimeEncoder(
            DynamicTableSink.Context context, DataType physicalDataType) {
        RowType table = (RowType) physicalDataType.getLogicalType();
        return new WriteRow(RecordColumns.of(record, table), table);
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }
}
