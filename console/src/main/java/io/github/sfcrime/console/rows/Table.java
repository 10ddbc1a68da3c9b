package io.github.sfcrime.console.rows;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes rows as framed tables, one for each window with its heading, the highest counts first. Rows are buffered until
 * {@link #flush} or until there are 200,000, so that a window may have two tables; rows without a window, until there
 * are 1,000. Where a table would be wider than the terminal, each row is a block with a line per field.
 */
public final class Table implements RecordWriter {

    private static final String COUNT = "count";
    /** The width of the terminal in characters; where output is no terminal, what an editor or a page shows at most. */
    private static final int COLUMNS = Integer.getInteger("sfcrime.columns", 200);

    private static final int ROWS_HELD = 200_000;
    private static final int ROWS_HELD_WITHOUT_WINDOW = 1_000;

    private final Writer out;
    private final int rowsPerWindow;
    private final int width;
    private final Map<Group, List<Row>> groups = new TreeMap<>(Comparator.comparing(Group::heading)
            .thenComparing(group -> group.columns().toString()));
    private int held;
    private long shown;
    private long hidden;

    /** A table of every row. */
    public Table(Writer out) {
        this(out, Integer.MAX_VALUE);
    }

    /** A table of at most {@code rowsPerWindow} rows of each window, which says how many more there are. */
    public Table(Writer out, int rowsPerWindow) {
        this(out, rowsPerWindow, COLUMNS);
    }

    Table(Writer out, int rowsPerWindow, int width) {
        this.out = out;
        this.rowsPerWindow = rowsPerWindow;
        this.width = width;
    }

    @Override
    public void write(Row row) throws IOException {
        Group group = Group.of(row);
        List<Row> rows = groups.computeIfAbsent(group, key -> new ArrayList<>());
        rows.add(row);
        held++;
        if (held == ROWS_HELD || (group.heading().isEmpty() && rows.size() == ROWS_HELD_WITHOUT_WINDOW)) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        for (Map.Entry<Group, List<Row>> entry : groups.entrySet()) {
            show(entry.getKey(), entry.getValue());
        }
        groups.clear();
        held = 0;
        out.flush();
    }

    /** The number of rows that were shown. */
    public long shown() {
        return shown;
    }

    /** The number of rows that the limit left out. */
    public long hidden() {
        return hidden;
    }

    private void show(Group group, List<Row> rows) throws IOException {
        if (group.columns().contains(COUNT)) {
            rows.sort(Comparator.comparingLong(Table::count).reversed().thenComparing(Table::compareText));
        }
        int visible = Math.min(rows.size(), rowsPerWindow);
        int more = rows.size() - visible;
        out.write(drawn(group, rows.subList(0, visible)));
        out.write(
                more == 0 ? "\n" : String.format(Locale.ROOT, "and %,d more %s\n\n", more, more == 1 ? "row" : "rows"));
        shown += visible;
        hidden += more;
    }

    private String drawn(Group group, List<Row> rows) {
        String frame = Frame.around(group.heading(), group.columns(), rows);
        int widest = frame.lines().mapToInt(String::length).max().orElse(0);
        return widest <= width ? frame : FieldLines.of(group.heading(), group.columns(), rows);
    }

    private static long count(Row row) {
        return row.value(COUNT) instanceof Number number ? number.longValue() : 0;
    }

    private static int compareText(Row one, Row other) {
        for (int i = 0; i < one.values().size(); i++) {
            int order = String.valueOf(one.values().get(i))
                    .compareTo(String.valueOf(other.values().get(i)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The rows of one table: those of one window, or of none, with the same columns. */
    private record Group(String heading, List<String> columns) {

        private static final List<String> WINDOW = List.of("window_start", "window_end");

        static Group of(Row row) {
            if (!row.names().containsAll(WINDOW)) {
                return new Group("", row.names());
            }
            List<String> columns = new ArrayList<>(row.names());
            columns.removeAll(WINDOW);
            if (columns.remove("description")) {
                columns.add("description");
            }
            return new Group(row.value("window_start") + " to " + row.value("window_end"), columns);
        }
    }
}
