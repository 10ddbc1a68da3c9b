package io.github.sfcrime.job.sql;

import io.github.sfcrime.schemas.KnownSchemas;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.RowType;

/**
 * A table's columns as fields of one of our records. It keeps names instead of schemas: it is used in the JobManager,
 * and Avro leaves the job's classes behind in each thread that creates a schema.
 *
 * @param record the record's name
 * @param columns in the order of the table
 */
record RecordColumns(String record, List<Column> columns) implements Serializable {

    /**
     * The columns of {@code table} in the record of that name.
     *
     * @throws ValidationException if there is no such record, or it has no such field
     */
    static RecordColumns of(String recordName, RowType table) {
        Schema schema = named(recordName);
        List<Column> columns = new ArrayList<>();
        for (RowType.RowField column : table.getFields()) {
            Schema.Field field = schema.getField(column.getName());
            if (field == null) {
                throw new ValidationException("column %s is no field of %s, which has %s"
                        .formatted(column.getName(), recordName, names(schema)));
            }
            columns.add(Column.of(column, field));
        }
        return new RecordColumns(recordName, columns);
    }

    /**
     * These columns, after a check that records can be read into them.
     *
     * @throws ValidationException if a nullable field has a column that is not
     */
    RecordColumns readable() {
        columns.stream().filter(column -> !column.canBeRead()).findFirst().ifPresent(column -> {
            throw new ValidationException(
                    "column %s must be nullable: not every %s has it".formatted(column.name(), record));
        });
        return this;
    }

    /** The record's schema in this build. */
    Schema schema() {
        return named(record);
    }

    /**
     * The positions of the record's fields in the table, in the order of the record.
     *
     * @throws ValidationException if a field has no column
     */
    int[] fieldPositions() {
        List<String> names = columns.stream().map(Column::name).toList();
        return schema().getFields().stream()
                .mapToInt(field -> {
                    int position = names.indexOf(field.name());
                    if (position < 0) {
                        throw new ValidationException(
                                "a %s needs %s, and the table has no such column".formatted(record, field.name()));
                    }
                    return position;
                })
                .toArray();
    }

    private static Schema named(String recordName) {
        return KnownSchemas.all().stream()
                .filter(schema -> schema.getName().equals(recordName))
                .findFirst()
                .orElseThrow(() -> new ValidationException("%s is none of our records: %s"
                        .formatted(
                                recordName,
                                KnownSchemas.all().stream()
                                        .map(Schema::getName)
                                        .distinct()
                                        .collect(Collectors.joining(", ")))));
    }

    private static String names(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(", "));
    }
}
