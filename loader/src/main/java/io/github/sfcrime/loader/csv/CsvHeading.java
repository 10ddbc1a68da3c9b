package io.github.sfcrime.loader.csv;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV file holds which field. */
public final class CsvHeading {

    private static final Position NOWHERE = new Position("", 0, 0);

    private final List<String> columns;
    private final List<@Nullable CallField> fields = new ArrayList<>();
    private final FieldNames names = new FieldNames();
    private final IgnoredFields ignored = new IgnoredFields();

    private CsvHeading(List<String> columns) {
        this.columns = columns;
    }

    /** Whether a heading line with these columns can be that of calls for service. */
    public static boolean isOne(List<String> columns) {
        List<@Nullable CallField> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(CallField.named(column)));
        return CallField.makeACall(fields);
    }

    /** The heading, refused where a required column is missing or one stands twice. */
    static CsvHeading of(String source, List<String> columns) {
        CsvHeading heading = new CsvHeading(columns);
        for (String column : columns) {
            CallField field = CallField.named(column);
            if (field == null) {
                heading.ignored.add(column);
            } else if (heading.fields.contains(field)) {
                throw new UserErrorException(source + " has two columns for " + field.key() + ": "
                        + Shown.text(heading.names.of(field)) + " and " + Shown.text(column)
                        + ": take one of them out");
            } else {
                heading.names.put(field, column);
            }
            heading.fields.add(field);
        }
        if (!CallField.makeACall(heading.fields)) {
            throw OtherDataSet.refusalOfHeading(source, columns);
        }
        return heading;
    }

    int columns() {
        return fields.size();
    }

    Set<String> ignored() {
        return ignored.names();
    }

    /** Whether these columns are the heading once more, as where files were put one behind the other. */
    boolean isRepeatedIn(List<String> row) {
        return !row.isEmpty() && row.get(0).equals(columns.get(0)) && row.equals(columns);
    }

    /** An empty record at that position. */
    RawCall call(Position position) {
        return new RawCall(position, names);
    }

    /** The record that stands in these columns; empty ones behind those of the heading do no harm. */
    RawCall read(List<String> row, Position position) {
        RawCall call = call(position);
        int columns = row.size();
        for (int i = 0; i < Math.min(columns, fields.size()); i++) {
            CallField field = fields.get(i);
            if (field != null) {
                call.set(field, withoutFormula(row.get(i)));
            }
        }
        if (columns < fields.size() || (columns > fields.size() && hasMore(row))) {
            call.setFlaw(null, null, "has " + columns + " columns where the heading has " + fields.size());
            call.setOriginal(String.join(",", row));
        }
        return call;
    }

    /** The text that {@code ="..."} keeps a spreadsheet from taking for a number. */
    private static String withoutFormula(String value) {
        boolean formula = value.length() > 2 && value.startsWith("=\"") && value.endsWith("\"");
        return formula ? value.substring(2, value.length() - 1).replace("\"\"", "\"") : value;
    }

    private boolean hasMore(List<String> row) {
        return row.stream().skip(fields.size()).anyMatch(column -> !column.isEmpty());
    }

    /** Whether these columns are a call. */
    boolean isCall(List<String> row) {
        try {
            CallConversion.convert(read(row, NOWHERE));
            return true;
        } catch (UnfitValueException e) {
            return false;
        }
    }
}
