package io.github.sfcrime.job.files;

import io.github.sfcrime.job.calls.CallRecord;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.Path;

/** A call as it stands in a file, from where it goes into another one as it is: none of its other fields are set. */
final class FileCall extends CallRecord {

    final GenericRecord record;

    private FileCall(GenericRecord record) {
        this.record = record;
    }

    /** Reads the calls of a file that is to be merged with others. */
    static RecordWiseFileCompactor.Reader<CallRecord> read(Path path) throws IOException {
        return ParquetFiles.read(path, FileCall::new);
    }
}
