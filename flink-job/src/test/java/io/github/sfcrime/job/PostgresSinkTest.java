package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.job.postgres.PostgresSink;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.schemas.RadioCodes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows in a PostgreSQL server of the test's own. */
class PostgresSinkTest {

    private static final Set<Query> ALL = EnumSet.allOf(Query.class);
    private static final int CALLS_PER_CHECKPOINT = 500;

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        // Wall-clock times must not depend on it: in New York the hour that DST repeats comes three hours earlier.
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres").toAbsolutePath().toFile())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        TimeZone.setDefault(ZONE);
    }

    @BeforeEach
    void dropTables() throws SQLException {
        for (Query query : ALL) {
            tables().execute("DROP TABLE IF EXISTS " + query.topic().name());
        }
    }

    @Test
    void everyQuerysRowsAreInItsTable() throws Exception {
        List<CallRecord> calls = RandomCalls.of(5_000, 42);

        run(calls, false);

        assertRows(calls);
    }

    @Test
    void aLaterRowReplacesAnEarlierOne() throws Exception {
        List<CallRecord> calls = RandomCalls.of(2_000, 43);

        run(calls.subList(0, 1_000), false);
        run(calls, false);

        assertRows(calls);
    }

    @Test
    void aFailureLeavesNoTraceInTheRows() throws Exception {
        List<CallRecord> calls = RandomCalls.of(6 * CALLS_PER_CHECKPOINT, 44);
        calls.sort(Comparator.comparing(call -> call.callDateTime));

        run(calls, true);

        assertThat(FailOnce.rowsAtFailure()).isPositive();
        assertRows(calls);
    }

    @Test
    void columnsAreThoseOfTheRowAndTheKeyIsWhatReplacesIt() throws Exception {
        new PostgresSink(config()).prepare(EnumSet.of(Query.COUNTS));
        new PostgresSink(config()).prepare(EnumSet.of(Query.COUNTS));

        assertThat(tables().lines("""
                        SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
                        FROM information_schema.columns WHERE table_name = 'crime_counts' ORDER BY ordinal_position"""))
                .containsExactly(
                        "window_start timestamp without time zone NOT NULL",
                        "window_end timestamp without time zone NOT NULL",
                        "original_crime_type_name text NOT NULL",
                        "disposition text NOT NULL",
                        "description text",
                        "count bigint NOT NULL");
    }

    @Test
    void aCharacterThatPostgresRefusesIsReplaced() throws Exception {
        CallRecord call = RandomCalls.of(1, 45).get(0);
        call.originalCrimeTypeName = "Passing\0Call";

        run(List.of(call), false);

        assertThat(tables().lines("SELECT original_crime_type_name FROM crime_counts_by_type"))
                .containsExactly("Passing\uFFFDCall");
    }

    @Test
    void aTableOfAnotherShapeIsRefusedBeforeTheJobStarts() throws Exception {
        tables().execute("CREATE TABLE crime_counts (window_start date)");

        assertThatThrownBy(() -> new PostgresSink(config()).prepare(EnumSet.of(Query.COUNTS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "cannot write to table crime_counts in PostgreSQL: ERROR: column \"window_end\"")
                .hasMessageEndingWith(": grant what is missing, or drop the table to have it created anew");
    }

    @Test
    void aServerThatDoesNotAnswerIsToldWithoutThePassword() {
        Properties config = config();
        config.setProperty("url", "jdbc:postgresql://localhost:1/postgres?password=in-the-url");

        assertThatThrownBy(() -> new PostgresSink(config).prepare(ALL))
                .isInstanceOf(TransientFailure.class)
                .hasMessageStartingWith(
                        "cannot connect to the database of postgres-config: Connection to localhost:1 refused")
                .message()
                .doesNotContain("secret", "in-the-url");
    }

    @Test
    void settingsWithoutAnAddressAreRefused() {
        assertThatThrownBy(() -> new PostgresSink(new Properties()).prepare(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sink postgres needs --postgres-config FILE with url=jdbc:postgresql://HOST/DATABASE, user"
                        + " and password: url is missing");
    }

    @Test
    void aRewrittenBatchIsRefused() {
        Properties config = config();
        config.setProperty("reWriteBatchedInserts", "true");

        assertThatThrownBy(() -> new PostgresSink(config).prepare(ALL))
                .hasMessage("postgres-config must not set reWriteBatchedInserts: a batch may hold a row and its"
                        + " replacement");
    }

    private static ResultTables tables() {
        return new ResultTables(server.getPostgresDatabase()::getConnection);
    }

    private static void assertRows(List<CallRecord> calls) throws SQLException {
        PlainCount plain = new PlainCount(new TestWindows(60, 60, false), RadioCodes.builtIn(), Join.LEFT);
        for (Query query : ALL) {
            assertThat(tables().rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls));
        }
    }

    private static void run(List<CallRecord> calls, boolean failing) throws Exception {
        JobToSink job = new JobToSink(ALL, new PostgresSink(config()));
        if (failing) {
            String url = server.getJdbcUrl("postgres", "postgres");
            job.runWithFailure(calls, CALLS_PER_CHECKPOINT, () -> rowsOfCounts(url));
        } else {
            job.run(calls);
        }
    }

    private static long rowsOfCounts(String url) throws SQLException {
        ResultTables tables = new ResultTables(() -> DriverManager.getConnection(url));
        return Long.parseLong(tables.lines("SELECT count(*) FROM crime_counts").get(0));
    }

    private static Properties config() {
        Properties config = new Properties();
        config.setProperty("url", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
        config.setProperty("user", "postgres");
        config.setProperty("password", "secret");
        return config;
    }
}
