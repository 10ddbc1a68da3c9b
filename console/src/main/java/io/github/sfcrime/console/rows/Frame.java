package io.github.sfcrime.console.rows;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a framed table: numbers aligned to the right, long values cut with an ellipsis. */
final class Frame {

    private static final int WIDEST_COLUMN = 42;

    private Frame() {}

    static String around(String heading, List<String> columns, List<Row> rows) {
        List<ColumnData<Row>> data =
                columns.stream().map(column -> data(column, rows)).toList();
        String table = AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(rows, data)
                .asString();
        return (heading.isEmpty() ? "" : heading + "\n") + table + "\n";
    }

    private static ColumnData<Row> data(String name, List<Row> rows) {
        boolean number = rows.stream().anyMatch(row -> row.value(name) instanceof Number);
        return new Column()
                .header(name)
                .headerAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                .dataAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                .maxWidth(WIDEST_COLUMN, OverflowBehaviour.ELLIPSIS_RIGHT)
                .with(row -> cell(row.value(name)));
    }

    /** A value on one line, with control characters escaped. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Row || value instanceof Map || value instanceof List
                ? JsonLines.json(value)
                : value.toString();
        // A line end would break the frame.
        return Printable.line(text.replaceAll("[\t\r\n]", " "));
    }
}
