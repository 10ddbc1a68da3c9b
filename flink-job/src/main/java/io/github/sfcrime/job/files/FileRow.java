package io.github.sfcrime.job.files;

import io.github.sfcrime.job.results.ResultRow;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.Path;

/** A row as it stands in a file, from where it goes into another one as it is: none of its other fields are set. */
final class FileRow extends ResultRow {

    final GenericRecord record;

    private FileRow(GenericRecord record) {
        this.record = record;
    }

    /** Reads the rows of a file that is to be merged with others. */
    static RecordWiseFileCompactor.Reader<ResultRow> read(Path path) throws IOException {
        return ParquetFiles.read(path, FileRow::new);
    }
}
