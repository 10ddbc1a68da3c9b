package io.github.sfcrime.job.postgres;

import static java.util.stream.Collectors.joining;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
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

    private final String table;
    private final TableColumn[] columns;
    private final TableColumn[] key;
    private final EnumSet<TableColumn> nullable = EnumSet.noneOf(TableColumn.class);

    Upsert(Query query) {
        table = '"' + query.topic().name() + '"';
        columns = columns(query.rowSchema());
        key = columns(query.keySchema());
        query.rowSchema().getFields().stream()
                .filter(field -> field.schema().isNullable())
                .forEach(field -> nullable.add(TableColumn.of(field.name())));
        nullable.removeAll(Arrays.asList(key));
    }

    private static TableColumn[] columns(Schema schema) {
        return schema.getFields().stream()
                .map(field -> TableColumn.of(field.name()))
                .toArray(TableColumn[]::new);
    }

    /** Asks whether the table exists: {@code CREATE TABLE IF NOT EXISTS} would need a privilege even then. */
    String tableExists() {
        return "SELECT to_regclass('%s') IS NOT NULL".formatted(table);
    }

    String createTable() {
        return "CREATE TABLE %s (%s, PRIMARY KEY (%s))"
                .formatted(table, list(columns, this::definition), list(key, TableColumn::quoted));
    }

    private String definition(TableColumn column) {
        return column.quoted() + " " + column.type() + (nullable.contains(column) ? "" : " NOT NULL");
    }

    @Override
    public String query() {
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(
                        table,
                        list(columns, TableColumn::quoted),
                        list(columns, column -> "?"),
                        list(key, TableColumn::quoted),
                        list(
                                Arrays.stream(columns)
                                        .filter(column -> !isKey(column))
                                        .toArray(TableColumn[]::new),
                                column -> column.quoted() + " = excluded." + column.quoted()));
    }

    @Override
    public void statement(PreparedStatement statement, ResultRow row) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            Object value = columns[i].valueIn(row);
            statement.setObject(i + 1, value == null && !nullable.contains(columns[i]) ? "" : value);
        }
    }

    private boolean isKey(TableColumn column) {
        return Arrays.asList(key).contains(column);
    }

    private static String list(TableColumn[] columns, Function<TableColumn, String> text) {
        return Arrays.stream(columns).map(text).collect(joining(", "));
    }
}
