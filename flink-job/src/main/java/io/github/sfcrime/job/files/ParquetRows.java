package io.github.sfcrime.job.files;

import io.github.sfcrime.job.results.ResultColumn;
import io.github.sfcrime.job.results.ResultRow;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.parquet.hadoop.ParquetWriter;

/** Writes rows of one schema into a Parquet file, each field a column of the same name. */
final class ParquetRows implements BulkWriter.Factory<ResultRow> {

    private static final long serialVersionUID = 1;

    private final String schema;

    ParquetRows(Schema schema) {
        this.schema = schema.toString();
    }

    @Override
    public BulkWriter<ResultRow> create(FSDataOutputStream file) throws IOException {
        Schema parsed = new Schema.Parser().parse(schema);
        return new Rows(parsed, ParquetFiles.write(new StreamFile(file), parsed));
    }

    private static final class Rows implements BulkWriter<ResultRow> {

        private final Schema schema;
        private final List<ResultColumn> columns;
        private final ParquetWriter<GenericRecord> file;

        Rows(Schema schema, ParquetWriter<GenericRecord> file) {
            this.schema = schema;
            columns = schema.getFields().stream()
                    .map(field -> ResultColumn.of(field.name()))
                    .toList();
            this.file = file;
        }

        @Override
        public void addElement(ResultRow row) throws IOException {
            file.write(row instanceof FileRow read ? read.record : recordOf(row));
        }

        private GenericRecord recordOf(ResultRow row) {
            GenericRecord record = new GenericData.Record(schema);
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).valueIn(row);
                boolean isMissing =
                        value == null && !schema.getFields().get(i).schema().isNullable();
                record.put(i, isMissing ? "" : value);
            }
            return record;
        }

        @Override
        public void flush() {
            // Rows of a group are written together.
        }

        @Override
        public void finish() throws IOException {
            file.close();
        }
    }
}
