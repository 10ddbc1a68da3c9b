package io.github.sfcrime.job.postgres;

import static java.util.stream.Collectors.joining;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultColumn;
import io.github.sfcrime.job.results.ResultRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * The upsert of a query's rows into its table, which has the name of its topic: a later row with the same key replaces
 * an earlier one. A primary key has no nulls, so that a missing text is the empty string there, as in the keys in
 * Kafka.
 */
final class Upsert implements JdbcQueryStatement<ResultRow> {

    private static final long serialVersionUID = 1;

    private static final Map<Class<?>, String> TYPES = Map.of(
            LocalDateTime.class, "timestamp",
            String.class, "text",
            Integer.class, "integer",
            Long.class, "bigint",
            Double.class, "double precision",
            Boolean.class, "boolean");

    private final String table;
    private final ResultColumn[] columns;
    private final ResultColumn[] key;
    private final EnumSet<ResultColumn> nullable = EnumSet.noneOf(ResultColumn.class);

    Upsert(Query query) {
        table = '"' + query.topic().name() + '"';
        columns = columns(query.rowSchema());
        key = columns(query.keySchema());
        query.rowSchema().getFields().stream()
                .filter(field -> field.schema().isNullable())
                .forEach(field -> nullable.add(ResultColumn.of(field.name())));
        nullable.removeAll(Arrays.asList(key));
    }

    private static ResultColumn[] columns(Schema schema) {
        return schema.getFields().stream()
                .map(field -> ResultColumn.of(field.name()))
                .toArray(ResultColumn[]::new);
    }

    /** Asks whether the table exists: {@code CREATE TABLE IF NOT EXISTS} would need a privilege even then. */
    String tableExists() {
        return "SELECT to_regclass('%s') IS NOT NULL".formatted(table);
    }

    String createTable() {
        return "CREATE TABLE %s (%s, PRIMARY KEY (%s))"
                .formatted(table, list(columns, this::definition), list(key, Upsert::quoted));
    }

    private String definition(ResultColumn column) {
        return quoted(column) + " " + typeOf(column) + (nullable.contains(column) ? "" : " NOT NULL");
    }

    @Override
    public String query() {
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        table,
                        list(columns, Upsert::quoted),
                        list(columns, column -> "?"),
                        list(key, Upsert::quoted),
                        list(
                                Arrays.stream(columns)
                                        .filter(column -> !isKey(column))
                                        .toArray(ResultColumn[]::new),
                                column -> quoted(column) + " = excluded." + quoted(column)));
    }

    @Override
    public void statement(PreparedStatement statement, ResultRow row) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            Object value = columns[i].valueIn(row);
            if (value == null && !nullable.contains(columns[i])) {
                value = "";
            }
            statement.setObject(i + 1, value instanceof String text ? storable(text) : value);
        }
    }

    /** Without the character 0, which PostgreSQL refuses in text: the job would fail on that row again and again. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** A column's name, quoted, because some are keywords of SQL. */
    private static String quoted(ResultColumn column) {
        return '"' + column.title() + '"';
    }

    private static String typeOf(ResultColumn column) {
        return Objects.requireNonNull(TYPES.get(column.type()));
    }

    private boolean isKey(ResultColumn column) {
        return Arrays.asList(key).contains(column);
    }

    private static String list(ResultColumn[] columns, Function<ResultColumn, String> text) {
        return Arrays.stream(columns).map(text).collect(joining(", "));
    }
}
