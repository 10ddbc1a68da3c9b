package io.github.sfcrime.local;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, which reads the same file of calls and answers the same questions by SQL of its own. */
final class OtherEngine implements AutoCloseable {

    private static final String CODES = "schemas/src/main/resources/io/github/sfcrime/schemas/radio-codes.json";
    private static final int DIFFERENCES_SHOWN = 10;

    private final DuckDBConnection connection;

    /** An engine that has read the calls and what the radio codes mean. */
    OtherEngine(Path calls) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        execute("SET VARIABLE calls = '%s'; SET VARIABLE codes = '%s'"
                .formatted(calls, Checkout.find().root().resolve(CODES)));
        execute(sql("calls"));
    }

    void setWindows(Duration size, Duration step) throws SQLException, IOException {
        execute("SET VARIABLE size = INTERVAL %d SECOND; SET VARIABLE step = INTERVAL %d SECOND"
                .formatted(size.toSeconds(), step.toSeconds()));
        execute(sql("windows"));
    }

    /** Answers a query, and makes an empty table of the same columns for the job's rows. */
    void answer(String query) throws SQLException, IOException {
        execute("CREATE OR REPLACE TABLE expected AS " + sql(query));
        execute("CREATE OR REPLACE TABLE actual AS FROM expected LIMIT 0");
    }

    /** The answer as JSON, in the order of its text. */
    List<String> json() throws SQLException {
        return lines("SELECT to_json(e)::VARCHAR AS json FROM expected e").stream()
                .sorted()
                .toList();
    }

    /** Takes in the job's rows. */
    Rows rows() throws SQLException {
        return new Rows(connection.createAppender("actual"));
    }

    /** Takes in the job's rows of Parquet files, which lie in a folder for each day. */
    void readFiles(Path folder) throws SQLException {
        execute("""
                INSERT INTO actual BY NAME SELECT * EXCLUDE (day)
                REPLACE (text_of(window_start) AS window_start, text_of(window_end) AS window_end)
                FROM read_parquet('%s/*/*.parquet')""".formatted(folder));
    }

    /** Takes in the calls of Parquet files, by the columns that calls have here. */
    void readCallFiles(Path folder) throws SQLException {
        execute("""
                INSERT INTO actual
                SELECT crime_id, original_crime_type_name, disposition, call_date_time, address, city, address_type,
                common_location, priority, police_district, entry_date_time, dispatch_date_time, enroute_date_time,
                onscene_date_time, close_date_time, last_update_date_time
                FROM read_parquet('%s/*/*.parquet')""".formatted(folder));
    }

    /** Keeps the highest count per group of what was taken in: totals replace each other, and only grow. */
    void keepLastTotals() throws SQLException {
        execute("CREATE OR REPLACE TABLE actual AS"
                + " SELECT * EXCLUDE (count), max(count) AS count FROM actual GROUP BY ALL");
    }

    /** Rows that only one side has, or has more often; some of them where there are many. */
    List<String> differences() throws SQLException {
        return lines("""
                (SELECT 'only in DuckDB: ' || e FROM (FROM expected EXCEPT ALL FROM actual) e LIMIT %1$d)
                UNION ALL
                (SELECT 'only of the job: ' || a FROM (FROM actual EXCEPT ALL FROM expected) a LIMIT %1$d)""".formatted(DIFFERENCES_SHOWN));
    }

    /** Rows whose percentiles are further from each other than a share, or that differ in anything else. */
    List<String> differencesBeyond(double share) throws SQLException {
        return lines("""
                SELECT coalesce('DuckDB: ' || e, 'nothing in DuckDB') || coalesce(', job: ' || a, ', nothing of the job')
                FROM expected e FULL JOIN actual a
                ON e.window_start = a.window_start AND e.window_end = a.window_end AND e.leg = a.leg
                AND e.priority IS NOT DISTINCT FROM a.priority
                AND e.police_district IS NOT DISTINCT FROM a.police_district
                WHERE e.calls IS DISTINCT FROM a.calls OR e.count IS DISTINCT FROM a.count
                OR e.goal_seconds IS DISTINCT FROM a.goal_seconds OR e.within_goal IS DISTINCT FROM a.within_goal
                OR NOT close_to(e.median_seconds, a.median_seconds, %1$s)
                OR NOT close_to(e.p90_seconds, a.p90_seconds, %1$s)
                OR NOT close_to(e.p99_seconds, a.p99_seconds, %1$s)
                LIMIT %2$d""".formatted(share, DIFFERENCES_SHOWN));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> lines(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                lines.add(result.getString(1));
            }
        }
        return lines;
    }

    private static String sql(String name) throws IOException {
        try (InputStream file = OtherEngine.class.getResourceAsStream("answers/" + name + ".sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The job's rows on their way into a table. */
    record Rows(DuckDBAppender appender) implements RecordHandler, AutoCloseable {

        @Override
        public void handle(TopicRecord record) throws IOException {
            try {
                appender.beginRow();
                for (Object value : Row.of(record).values()) {
                    append(value);
                }
                appender.endRow();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        private void append(@Nullable Object value) throws SQLException {
            if (value == null) {
                appender.appendNull();
            } else if (value instanceof Double number) {
                appender.append(number.doubleValue());
            } else if (value instanceof Number number) {
                appender.append(number.longValue());
            } else {
                appender.append((String) value);
            }
        }

        @Override
        public void caughtUp() {}

        @Override
        public void close() throws SQLException {
            appender.close();
        }
    }
}
