package io.github.sfcrime.job.files;

import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** How Avro records stand in Parquet files, each field a column of the same name; times in them are numbers. */
final class ParquetFiles {

    private static final GenericData MODEL = new GenericData();

    private ParquetFiles() {}

    /** Writes elements into a file as records of a schema. */
    static <T> BulkWriter<T> write(FSDataOutputStream stream, Schema schema, RecordOf<T> recordOf) throws IOException {
        ParquetWriter<GenericRecord> file = AvroParquetWriter.<GenericRecord>builder(new StreamFile(stream))
                .withSchema(schema)
                .withDataModel(MODEL)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
        return new BulkWriter<>() {
            @Override
            public void addElement(T element) throws IOException {
                file.write(recordOf.apply(element));
            }

            @Override
            public void flush() {
                // Rows of a group are written together.
            }

            @Override
            public void finish() throws IOException {
                file.close();
            }
        };
    }

    /** Reads the records of a file that is to be merged with others, as elements. */
    static <T> RecordWiseFileCompactor.Reader<T> read(Path path, Function<GenericRecord, T> element)
            throws IOException {
        ParquetReader<GenericRecord> file = AvroParquetReader.<GenericRecord>builder(
                        new ReadableFile(path), new PlainParquetConfiguration())
                .withDataModel(MODEL)
                .build();
        return new RecordWiseFileCompactor.Reader<>() {
            @Override
            public @Nullable T read() throws IOException {
                GenericRecord record = file.read();
                return record == null ? null : element.apply(record);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    /** The record that an element is in a file. */
    interface RecordOf<T> {
        GenericRecord apply(T element) throws IOException;
    }
}
