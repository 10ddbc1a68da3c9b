package io.github.sfcrime.job.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRowTest {

    private static final Schema SCHEMA = Query.TYPES.rowSchema();

    @TempDir
    java.nio.file.Path folder;

    @Test
    void aFilesRowsCanBeReadAndWrittenAgainAsTheyAre() throws Exception {
        Path one = write("one", "Theft", "Fraud");

        Path copy = new Path(folder.resolve("copy").toUri());
        try (FSDataOutputStream stream = copy.getFileSystem().create(copy, FileSystem.WriteMode.NO_OVERWRITE);
                RecordWiseFileCompactor.Reader<ResultRow> rows = FileRow.read(one)) {
            BulkWriter<ResultRow> writer = new ParquetRows(SCHEMA).create(stream);
            for (ResultRow row = rows.read(); row != null; row = rows.read()) {
                writer.addElement(row);
            }
            writer.finish();
        }

        assertThat(types(copy)).containsExactly("Theft", "Fraud").isEqualTo(types(one));
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        java.nio.file.Path other = Files.writeString(folder.resolve("other"), "not Parquet at all");

        assertThatThrownBy(() -> types(new Path(other.toUri()))).hasMessageContaining("is not a Parquet file");
    }

    private Path write(String name, String... types) throws IOException {
        Path path = new Path(folder.resolve(name).toUri());
        try (FSDataOutputStream stream = path.getFileSystem().create(path, FileSystem.WriteMode.NO_OVERWRITE)) {
            BulkWriter<ResultRow> writer = new ParquetRows(SCHEMA).create(stream);
            for (String type : types) {
                ResultRow row = new ResultRow();
                row.originalCrimeTypeName = type;
                writer.addElement(row);
            }
            writer.flush();
            writer.finish();
        }
        return path;
    }

    private static List<String> types(Path path) throws Exception {
        List<String> types = new ArrayList<>();
        try (RecordWiseFileCompactor.Reader<ResultRow> rows = FileRow.read(path)) {
            for (ResultRow row = rows.read(); row != null; row = rows.read()) {
                types.add(((FileRow) row).record.get("original_crime_type_name").toString());
            }
        }
        return types;
    }
}
