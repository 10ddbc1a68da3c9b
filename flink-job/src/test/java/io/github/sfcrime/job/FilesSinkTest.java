package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FileSettings;
import io.github.sfcrime.job.files.FilesSink;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows in Parquet files, read back by DuckDB. */
class FilesSinkTest {

    private static final Set<Query> WINDOWED = EnumSet.complementOf(EnumSet.of(Query.OPEN_CALLS, Query.TOTALS));
    private static final int CALLS_PER_CHECKPOINT = 500;

    @TempDir
    Path folder;

    @Test
    void everyQuerysRowsAreInItsFilesOnce() throws Exception {
        List<CallRecord> calls = RandomCalls.of(5_000, 42);

        new JobToSink(WINDOWED, sink(folder.toString())).run(calls);

        assertRows(calls);
    }

    @Test
    void aFailureLeavesNoTraceInTheRows() throws Exception {
        List<CallRecord> calls = RandomCalls.of(6 * CALLS_PER_CHECKPOINT, 44);
        calls.sort(Comparator.comparing(call -> call.callDateTime));

        new JobToSink(WINDOWED, sink(folder.toUri().toString())).runWithFailure(calls, CALLS_PER_CHECKPOINT, () -> 0);

        assertThat(FailOnce.rowsAtFailure()).as("it has failed").isZero();
        assertRows(calls);
    }

    @Test
    void theRowsOfADayAreInAFileOfThatDay() throws Exception {
        List<CallRecord> calls = RandomCalls.of(5_000, 45);

        new JobToSink(Set.of(Query.COUNTS), sink(folder.toString())).run(calls);

        try (DuckDBConnection files = files(Set.of(Query.COUNTS))) {
            ResultTables tables = new ResultTables(files::duplicate);
            assertThat(tables.lines("SELECT count(*) FROM crime_counts WHERE window_start::DATE <> day::DATE"))
                    .containsExactly("0");
            assertThat(days()).hasSameElementsAs(tables.lines("SELECT DISTINCT day FROM crime_counts"));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .as("small files are merged, and none is left over")
                    .hasSameSizeAs(days());
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> sink(null).prepare(WINDOWED)).hasMessage("sink files needs --files FOLDER");
        assertThatThrownBy(() -> sink("rows").prepare(WINDOWED))
                .hasMessage("files must be an absolute path, or a URI: rows");
        assertThatThrownBy(() -> sink("/rows").prepare(Set.of(Query.TOTALS)))
                .hasMessage(
                        "sink files takes rows of windows, as they are written once: query totals has none, whose rows"
                                + " are replaced without end");
    }

    private static FilesSink sink(@Nullable String folder) {
        return new FilesSink(new FileSettings(folder, Set.of(FileContent.ROWS)));
    }

    private void assertRows(List<CallRecord> calls) throws Exception {
        PlainCount plain = new PlainCount(new TestWindows(60, 60, false), RadioCodes.builtIn(), Join.LEFT);
        try (DuckDBConnection files = files(WINDOWED)) {
            for (Query query : WINDOWED) {
                List<String> rows = Files.exists(folder.resolve(query.topic().name()))
                        ? new ResultTables(files::duplicate).rows(query)
                        : List.of();
                assertThat(rows).as(query.title()).isEqualTo(plain.rows(query, calls));
            }
        }
    }

    /** A database that has the files of each query as a table. */
    private DuckDBConnection files(Set<Query> queries) throws SQLException {
        DuckDBConnection files = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        ResultTables tables = new ResultTables(files::duplicate);
        for (Query query : queries) {
            String topic = query.topic().name();
            if (Files.exists(folder.resolve(topic))) {
                tables.execute(
                        "CREATE VIEW %1$s AS FROM read_parquet('%2$s/%1$s/*/*.parquet', hive_types_autocast = false)"
                                .formatted(topic, folder));
            }
        }
        return files;
    }

    private Set<String> days() throws IOException {
        try (Stream<Path> days = Files.list(folder.resolve("crime_counts"))) {
            return days.map(day -> day.getFileName().toString().replace("day=", ""))
                    .peek(LocalDate::parse)
                    .collect(Collectors.toSet());
        }
    }
}
