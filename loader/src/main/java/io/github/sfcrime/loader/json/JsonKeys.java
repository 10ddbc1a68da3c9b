package io.github.sfcrime.loader.json;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.csv.CsvHeading;
import io.github.sfcrime.loader.csv.OtherDataSet;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names in a JSON text by which it is known what it is where it holds no calls. */
final class JsonKeys {

    private static final int MOST = 40;

    private final String source;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> columns = new ArrayList<>();
    private boolean rows;
    private String empty = "";

    JsonKeys(String source) {
        this.source = source;
    }

    void note(String name) {
        if (names.size() < MOST) {
            names.add(name);
        }
    }

    /** Notes that there are arrays of values. */
    void noteRows() {
        rows = true;
    }

    /** Notes an array without values that stands under that key. */
    void noteEmpty(String key) {
        empty = key;
    }

    /** The names of columns, where the text tells them. */
    List<String> columns() {
        return columns;
    }

    /** Notes a text that is the name of a column where the portal and pandas tell those. */
    void noteValue(Deque<JsonFrame> open, String text) {
        JsonFrame frame = open.peek();
        if (frame == null) {
            return;
        }
        boolean ofPandas = frame.isArray() && frame.key().equals("columns");
        boolean ofThePortal = !frame.isArray() && frame.key().equals("fieldName");
        if (ofPandas
                || (ofThePortal
                        && open.stream()
                                .anyMatch(
                                        outer -> outer.isArray() && outer.key().equals("columns")))) {
            columns.add(text);
        }
    }

    /**
     * That there are no calls.
     *
     * @param objects how many objects there are
     */
    UserErrorException refusal(int objects) {
        if (names.contains("error") && names.contains("message")) {
            return new NoInputException(source, "it is an error that the portal answered with: get it anew");
        }
        if (!columns.isEmpty() && CsvHeading.isOne(columns)) {
            return new UserErrorException(
                    "cannot load " + source
                            + (rows
                                    ? ": its rows stand before the names of their columns: put meta in front of data"
                                    : ": it describes a data set and has no rows: get its rows, as CSV or from /resource/ID.json"));
        }
        if (objects == 1 && !empty.isEmpty()) {
            return new NoInputException(source, "it has no records: its '" + Shown.text(empty) + "' is empty");
        }
        return OtherDataSet.refusal(source, columns.isEmpty() ? names : columns);
    }
}
