package io.github.sfcrime.job.files;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** How Avro records stand in Parquet files; times in them are {@link java.time.LocalDateTime}. */
final class ParquetFiles {

    private static final GenericData MODEL = model();

    private ParquetFiles() {}

    private static GenericData model() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        return model;
    }

    static ParquetWriter<GenericRecord> write(OutputFile file, Schema schema) throws IOException {
        return AvroParquetWriter.<GenericRecord>builder(file)
                .withSchema(schema)
                .withDataModel(MODEL)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    static ParquetReader<GenericRecord> read(InputFile file) throws IOException {
        return AvroParquetReader.<GenericRecord>builder(file, new PlainParquetConfiguration())
                .withDataModel(MODEL)
                .build();
    }
}
