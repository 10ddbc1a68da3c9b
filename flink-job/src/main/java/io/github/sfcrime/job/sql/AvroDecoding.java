package io.github.sfcrime.job.sql;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

/**
 * Reads records of one schema into the requested columns.
 *
 * @param record the name of the schema
 * @param ignoreParseErrors whether damaged ones are skipped
 */
record AvroDecoding(String record, boolean ignoreParseErrors)
        implements DecodingFormat<DeserializationSchema<RowData>> {

    @Override
    public DeserializationSchema<RowData> createRuntimeDecoder(
            DynamicTableSource.Context context, DataType physicalDataType) {
        RowType table = (RowType) physicalDataType.getLogicalType();
        return new ReadRow(
                RecordColumns.of(record, table).readable(),
                ignoreParseErrors,
                context.createTypeInformation(physicalDataType));
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }
}
