package io.github.sfcrime.console.rows;

import java.util.List;

/** Writes each row as a block with a line per field, for rows that are too wide for a frame. */
final class FieldLines {

    private FieldLines() {}

    static String of(String heading, List<String> columns, List<Row> rows) {
        int widest = columns.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(heading.isEmpty() ? "" : heading + "\n");
        for (Row row : rows) {
            for (String column : columns) {
                String padding = " ".repeat(widest - column.length() + 2);
                text.append((column + padding + Frame.cell(row.value(column))).stripTrailing())
                        .append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
