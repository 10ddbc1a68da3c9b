package io.github.sfcrime.job.files;

import io.github.sfcrime.job.results.ResultColumn;
import io.github.sfcrime.job.results.ResultRow;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes rows of one schema into a Parquet file. */
final class ParquetRows implements BulkWriter.Factory<ResultRow> {

    private static final long serialVersionUID = 1;

    private final String schema;

    ParquetRows(Schema schema) {
        this.schema = schema.toString();
    }

    @Override
    public BulkWriter<ResultRow> create(FSDataOutputStream file) throws IOException {
        Schema parsed = new Schema.Parser().parse(schema);
        List<ResultColumn> columns = parsed.getFields().stream()
                .map(field -> ResultColumn.of(field.name()))
                .toList();
        return ParquetFiles.write(
                file, parsed, row -> row instanceof FileRow read ? read.record : recordOf(row, parsed, columns));
    }

    private static GenericRecord recordOf(ResultRow row, Schema schema, List<ResultColumn> columns) {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).valueIn(row);
            boolean isMissing =
                    value == null && !schema.getFields().get(i).schema().isNullable();
            record.put(i, isMissing ? "" : inFile(value));
        }
        return record;
    }

    private static @Nullable Object inFile(@Nullable Object value) {
        return value instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC).toEpochMilli()
                : value;
    }
}
