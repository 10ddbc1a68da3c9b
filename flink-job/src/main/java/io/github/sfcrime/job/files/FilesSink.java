package io.github.sfcrime.job.files;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.results.ResultSink;
import java.util.Set;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.compactor.FileCompactStrategy;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;

/**
 * Parquet files below a folder: {@code TOPIC/day=2018-10-02/}, by the day on which a row's window begins. Rows are there once,
 * whatever the delivery to Kafka. Small files are merged before they can be seen.
 */
public final class FilesSink implements ResultSink {

    /** What a user calls it among the sinks. */
    public static final String TITLE = "files";

    /** As many of a day are merged at least once: at the default interval those of five minutes. */
    private static final int CHECKPOINTS_PER_FILE = 30;

    private static final long LARGE_BYTES = 128L << 20;
    private static final int MERGING_THREADS = 1;

    private final FileSettings settings;

    /** A sink, whose settings are checked later. */
    public FilesSink(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public String title() {
        return TITLE;
    }

    /**
     * Checks the folder, which the TaskManagers create.
     *
     * @throws IllegalArgumentException if it is missing or not absolute, or a query has no windows
     */
    @Override
    public void prepare(Set<Query> queries) {
        settings.path();
        for (Query query : queries) {
            if (!query.isWindowed()) {
                throw new IllegalArgumentException("sink files takes rows of windows, as they are written once: query "
                        + query.title() + " has none, whose rows are replaced without end");
            }
        }
    }

    @Override
    public Sink<ResultRow> rowsOf(Query query) {
        return of(
                settings,
                query.topic().name(),
                new ParquetRows(query.rowSchema()),
                row -> row.windowStart,
                FileRow::read);
    }

    /**
     * Files below a folder of the settings' folder.
     *
     * @param time the time whose day an element is filed under
     * @param merging reads a file that is to be merged with others
     */
    static <T> Sink<T> of(
            FileSettings settings,
            String folder,
            BulkWriter.Factory<T> writer,
            DayFolder.TimeOf<T> time,
            RecordWiseFileCompactor.Reader.Factory<T> merging) {
        return FileSink.forBulkFormat(new Path(settings.path(), folder), writer)
                .withBucketAssigner(new DayFolder<>(time))
                .withOutputFileConfig(
                        OutputFileConfig.builder().withPartSuffix(".parquet").build())
                .enableCompact(
                        FileCompactStrategy.Builder.newBuilder()
                                .enableCompactionOnCheckpoint(CHECKPOINTS_PER_FILE)
                                .setSizeThreshold(LARGE_BYTES)
                                .setNumCompactThreads(MERGING_THREADS)
                                .build(),
                        new RecordWiseFileCompactor<>(merging))
                .build();
    }
}
