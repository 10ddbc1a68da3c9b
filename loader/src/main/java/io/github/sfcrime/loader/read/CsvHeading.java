package io.github.sfcrime.loader.read;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV file holds which field. */
final class CsvHeading {

    private final List<@Nullable CallField> fields = new ArrayList<>();
    private final Set<String> ignored = new TreeSet<>();

    private CsvHeading() {}

    /** Whether a heading line with these columns can be that of calls for service. */
    static boolean isOne(List<String> columns) {
        return columns.stream().map(CallField::ofHeading).toList().containsAll(CallField.REQUIRED);
    }

    /** The heading, refused where a required column is missing or one stands twice. */
    static CsvHeading of(String source, CsvRecord row) {
        CsvHeading heading = new CsvHeading();
        for (String column : row.getFields()) {
            CallField field = CallField.ofHeading(column);
            if (field == null) {
                heading.ignored.add(column);
            } else if (heading.fields.contains(field)) {
                throw new UserErrorException(source + " has two columns " + column + ": take one of them out");
            }
            heading.fields.add(field);
        }
        for (CallField field : CallField.REQUIRED) {
            if (!heading.fields.contains(field)) {
                throw new UserErrorException(source + " has no column " + field.heading() + " or " + field.key()
                        + " in its heading line: give a CSV file of calls for service");
            }
        }
        return heading;
    }

    int columns() {
        return fields.size();
    }

    Set<String> ignored() {
        return ignored;
    }

    RawCall read(CsvRecord row, Position position) {
        RawCall call = new RawCall(position);
        int columns = row.getFieldCount();
        for (int i = 0; i < Math.min(columns, fields.size()); i++) {
            CallField field = fields.get(i);
            if (field != null) {
                call.set(field, row.getField(i));
            }
        }
        if (columns != fields.size()) {
            call.setFlaw(null, null, "has " + columns + " columns where the heading has " + fields.size());
            call.setOriginal(String.join(",", row.getFields()));
        }
        return call;
    }
}
