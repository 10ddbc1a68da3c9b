package io.github.sfcrime.job.sql;

import static io.github.sfcrime.job.decoding.AvroBinary.afterNumber;
import static io.github.sfcrime.job.decoding.AvroBinary.branch;

import io.github.sfcrime.job.decoding.SkipPlan;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/**
 * How to read a table's columns out of a record's Avro body, made from the schema that wrote it. Texts stay where they lie
 * among the bytes. What is no column is stepped over, to the end, so that a damaged body is noticed.
 */
final class RowPlan {

    private static final int NO_COLUMN = -1;
    private static final int NEVER_NULL = -1;

    private final List<Column> columns;
    private final FieldPlan[] fields;

    /**
     * A field of the writer.
     *
     * @param column which column it is, {@value #NO_COLUMN} for none
     * @param nullBranch the branch of its union that is null, {@value #NEVER_NULL} if it is none
     * @param skip how to step over it where it is no column
     */
    private record FieldPlan(int column, int nullBranch, SkipPlan skip) {}

    /** The plan for records that {@code writer} wrote. A column that it has no field for is missing in each of them. */
    RowPlan(Schema writer, List<Column> columns) {
        this.columns = columns;
        List<String> names = columns.stream().map(Column::name).toList();
        fields = writer.getFields().stream()
                .map(field -> new FieldPlan(
                        names.indexOf(field.name()), nullBranch(field.schema()), SkipPlan.of(field.schema())))
                .toArray(FieldPlan[]::new);
    }

    private static int nullBranch(Schema schema) {
        return schema.isUnion() ? schema.getIndexNamed(Schema.Type.NULL.getName()) : NEVER_NULL;
    }

    /**
     * The row in a record whose body begins at {@code start}.
     *
     * @throws IndexOutOfBoundsException if the body does not fit the schema
     */
    RowData read(byte[] bytes, int start) {
        GenericRowData row = new GenericRowData(columns.size());
        int at = start;
        for (FieldPlan field : fields) {
            if (field.column == NO_COLUMN) {
                at = field.skip.over(bytes, at);
            } else if (field.nullBranch != NEVER_NULL && branch(bytes, at, 2) == field.nullBranch) {
                at = afterNumber(bytes, at);
            } else {
                at = field.nullBranch == NEVER_NULL ? at : afterNumber(bytes, at);
                FieldType type = columns.get(field.column).type();
                row.setField(field.column, type.read(bytes, at));
                at = type.after(bytes, at);
            }
        }
        if (at != bytes.length) {
            throw new IndexOutOfBoundsException("bytes are left over behind the record at byte " + at);
        }
        fillIn(row);
        return row;
    }

    private void fillIn(GenericRowData row) {
        for (int i = 0; i < columns.size(); i++) {
            if (row.isNullAt(i)) {
                row.setField(i, columns.get(i).missing());
            }
        }
    }
}
