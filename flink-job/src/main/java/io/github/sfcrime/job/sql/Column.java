package io.github.sfcrime.job.sql;

import java.io.Serializable;
import org.apache.avro.Schema;
import org.apache.avro.util.Utf8;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is a field of our records. If only one of the two is nullable text, null and the empty text
 * are converted to each other, as in the keys of our topics.
 *
 * @param name the name of both
 * @param type the type of both
 * @param nullableField whether the field can be null
 * @param nullableColumn whether the column can be null
 */
record Column(String name, FieldType type, boolean nullableField, boolean nullableColumn) implements Serializable {

    /**
     * The column for that field.
     *
     * @throws ValidationException if their types do not fit
     */
    static Column of(RowType.RowField column, Schema.Field field) {
        FieldType type = FieldType.of(field.schema());
        LogicalType columnType = column.getType();
        if (columnType.getTypeRoot() != type.columnType()) {
            throw new ValidationException("column %s must be %s as in the record, but is %s"
                    .formatted(column.getName(), type.columnType(), columnType.asSummaryString()));
        }
        return new Column(column.getName(), type, field.schema().isNullable(), columnType.isNullable());
    }

    /** What the column is where the field is null. */
    @Nullable
    Object missing() {
        return nullableColumn ? null : StringData.fromString("");
    }

    /** Whether the column can have every value of the field. */
    boolean canBeRead() {
        return nullableColumn || !nullableField || type == FieldType.TEXT;
    }

    /** Converts the column of a row to the field. */
    @Nullable
    Object toField(@Nullable Object column) {
        if (column == null) {
            return missingField();
        }
        boolean missing = nullableField && !nullableColumn && type == FieldType.TEXT && isEmpty(column);
        return missing ? null : type.toField(column);
    }

    private @Nullable Object missingField() {
        if (nullableField) {
            return null;
        }
        if (type == FieldType.TEXT) {
            return new Utf8();
        }
        throw new IllegalArgumentException(name + " is null, and the record cannot do without it");
    }

    private static boolean isEmpty(Object column) {
        return ((StringData) column).toBytes().length == 0;
    }
}
