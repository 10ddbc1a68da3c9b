package io.github.sfcrime.job.postgres;

import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.results.ResultSink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/**
 * Tables in a PostgreSQL database, one per query. Rows are upserted at least once, so that after a failure the tables
 * are the same as without it.
 */
public final class PostgresSink implements ResultSink {

    private static final String URL_PREFIX = "jdbc:postgresql:";

    /** A driver property that makes one statement of a batch, which PostgreSQL refuses if a row is in it twice. */
    private static final String REWRITE = "reWriteBatchedInserts";

    private static final JdbcExecutionOptions BATCHES = JdbcExecutionOptions.builder()
            .withBatchSize(1_000)
            .withBatchIntervalMs(Duration.ofSeconds(1).toMillis())
            .withMaxRetries(3)
            .build();

    /** Prefixes of SQLSTATEs that are transient: no connection, none free, server stopping or starting. */
    private static final List<String> AWAY = List.of("08", "53", "57P");

    private final Properties config;

    /**
     * A sink, whose settings are checked later.
     *
     * @param config {@code url}, {@code user} and {@code password}; all else is passed to the driver
     */
    public PostgresSink(Properties config) {
        this.config = config;
    }

    @Override
    public String title() {
        return "postgres";
    }

    /**
     * Creates missing tables, and checks that existing ones fit the rows.
     *
     * @throws TransientFailure if the database does not answer
     * @throws IllegalArgumentException if the settings name no database, or a table does not fit
     */
    @Override
    public void prepare(Set<Query> queries) {
        try (Connection connection = connection().getOrEstablishConnection()) {
            for (Query query : queries) {
                prepare(connection, query);
            }
        } catch (SQLException e) {
            throw failure("cannot connect to the database of postgres-config: " + reason(e), e);
        }
    }

    private static void prepare(Connection connection, Query query) {
        Upsert upsert = new Upsert(query);
        try (Statement statement = connection.createStatement()) {
            ResultSet exists = statement.executeQuery(upsert.tableExists());
            if (!exists.next() || !exists.getBoolean(1)) {
                statement.execute(upsert.createTable());
            }
            try (PreparedStatement prepared = connection.prepareStatement(upsert.query())) {
                prepared.getParameterMetaData();
            }
        } catch (SQLException e) {
            throw failure(
                    "cannot write to table " + query.topic().name() + " in PostgreSQL: " + reason(e)
                            + ": grant what is missing, or drop the table to have it created anew",
                    e);
        }
    }

    @Override
    public Sink<ResultRow> rowsOf(Query query) {
        return new ClosableSink<>(JdbcSink.<ResultRow>builder()
                .withQueryStatement(new Upsert(query))
                .withExecutionOptions(BATCHES)
                .buildAtLeastOnce(connection()));
    }

    private PostgresConnection connection() {
        String url = config.getProperty("url", "");
        // The URL is not shown: it may contain a password.
        if (!url.startsWith(URL_PREFIX)) {
            throw new IllegalArgumentException("sink postgres needs --postgres-config FILE with url="
                    + URL_PREFIX + "//HOST/DATABASE, user and password: url is "
                    + (url.isEmpty() ? "missing" : "another"));
        }
        if (url.contains(REWRITE) || config.containsKey(REWRITE)) {
            throw new IllegalArgumentException(
                    "postgres-config must not set " + REWRITE + ": a batch may hold a row and its replacement");
        }
        Properties properties = new Properties();
        config.stringPropertyNames().stream()
                .filter(name -> !name.equals("url"))
                .forEach(name -> properties.setProperty(name, config.getProperty(name)));
        return new PostgresConnection(url, properties);
    }

    private static RuntimeException failure(String line, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return AWAY.stream().anyMatch(state::startsWith)
                ? new TransientFailure(line, e)
                : new IllegalArgumentException(line, e);
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
