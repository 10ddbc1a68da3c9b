package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.files.CallFiles;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FileSettings;
import io.github.sfcrime.job.files.FilesSink;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls in Parquet files, read back by DuckDB. */
class CallFilesTest {

    private static final WireFormat<CallForService> FORMAT = new WireFormat<>(CallForService.SCHEMA$);
    private static final int CALLS_PER_CHECKPOINT = 500;

    @TempDir
    Path folder;

    @Test
    void eachCallIsThereOnceWithAllOfItsFields() throws Exception {
        List<CallRecord> calls = calls(3_000);
        List<CallRecord> records = new ArrayList<>(calls);
        CallRecord damaged = new CallRecord();
        damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
        records.add(1_000, damaged);

        job(CallFilter.ALL).run(records);

        assertCalls(calls);
        try (Stream<Path> all = Files.walk(folder.resolve("crime_data"));
                Stream<Path> days = Files.list(folder.resolve("crime_data"))) {
            assertThat(all.filter(Files::isRegularFile))
                    .as("small files are merged, and none is left over")
                    .hasSameSizeAs(days.toList());
        }
    }

    @Test
    void aFailureLeavesNoTrace() throws Exception {
        List<CallRecord> calls = calls(6 * CALLS_PER_CHECKPOINT);
        calls.sort(Comparator.comparing(call -> call.callDateTime));

        job(CallFilter.ALL).runWithFailure(calls, CALLS_PER_CHECKPOINT, () -> 0);

        assertThat(FailOnce.rowsAtFailure()).as("it has failed").isZero();
        assertCalls(calls);
    }

    @Test
    void callsThatAreNotAskedAboutAreNotThere() throws Exception {
        List<CallRecord> calls = calls(1_000);

        job(new CallFilter(Set.of("Traffic Stop"), null, null)).run(calls);

        assertCalls(calls.stream()
                .filter(call -> call.originalCrimeTypeName.equals("Traffic Stop"))
                .toList());
    }

    private JobToSink job(CallFilter filter) {
        FileSettings files = new FileSettings(folder.toString(), Set.of(FileContent.ROWS, FileContent.CALLS));
        return new JobToSink(
                Set.of(Query.COUNTS),
                new FilesSink(files),
                calls -> CallFiles.write(calls, filter, files, "crime_data", null));
    }

    /** Of each call a record, which has some of the fields that calls are not counted by. */
    private static List<CallRecord> calls(int number) {
        Random random = new Random(7);
        List<CallRecord> calls = RandomCalls.of(number, 51);
        for (CallRecord call : calls) {
            CallForService whole = new CallForService();
            whole.setCrimeId(call.crimeId);
            whole.setOriginalCrimeTypeName(call.originalCrimeTypeName);
            whole.setDisposition(call.disposition);
            LocalDateTime time = LocalDateTime.ofEpochSecond(call.callDateTime / 1000, 0, ZoneOffset.UTC);
            whole.setCallDateTime(time);
            whole.setCallDate(time.toLocalDate());
            whole.setCallTime(random.nextBoolean() ? time.toLocalTime() : null);
            whole.setAgencyId(random.nextLong());
            whole.setCloseDateTime(random.nextBoolean() ? time.plusSeconds(90) : null);
            whole.setLongitude(random.nextBoolean() ? random.nextDouble() : null);
            call.source.value = FORMAT.encode(whole);
        }
        return calls;
    }

    private void assertCalls(List<CallRecord> calls) throws Exception {
        List<String> expected = new ArrayList<>();
        for (CallRecord call : calls) {
            expected.add(text(FORMAT.decode(Objects.requireNonNull(call.source.value))));
        }
        String columns = CallForService.SCHEMA$.getFields().stream()
                .map(field -> "coalesce(%s::VARCHAR, 'null')"
                        .formatted(field.name().equals("call_time") ? "call_time::TIME" : field.name()))
                .collect(Collectors.joining(", "));
        try (DuckDBConnection files =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
            ResultTables tables = new ResultTables(files::duplicate);
            tables.execute("CREATE VIEW calls AS FROM read_parquet('%s/crime_data/*/*.parquet')".formatted(folder));
            assertThat(tables.lines("SELECT concat_ws(' ', %s) FROM calls".formatted(columns)))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(tables.lines("SELECT count(*) FROM calls WHERE call_date_time::DATE <> day"))
                    .containsExactly("0");
        }
    }

    /** The values of a call as DuckDB shows them. */
    private static String text(CallForService call) {
        return CallForService.SCHEMA$.getFields().stream()
                .map(field -> text(call.get(field.pos())))
                .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate() + " " + text(time.toLocalTime());
        }
        return value instanceof LocalTime time ? DateTimeFormatter.ISO_LOCAL_TIME.format(time) : String.valueOf(value);
    }
}
