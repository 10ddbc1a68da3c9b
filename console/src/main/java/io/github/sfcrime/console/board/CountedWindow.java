package io.github.sfcrime.console.board;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The latest rows of one window; of a cumulating window those of the latest end only. */
final class CountedWindow {

    private final LocalDateTime start;
    private final Map<CountRow.Key, CountRow> rows = new HashMap<>();
    private LocalDateTime end;
    private long version;

    CountedWindow(LocalDateTime start, LocalDateTime end) {
        this.start = start;
        this.end = end;
    }

    /** Adds a row, or replaces the one with its key. */
    void put(CountRow row, long newVersion) {
        if (row.end().isBefore(end)) {
            return;
        }
        if (row.end().isAfter(end)) {
            rows.clear();
            end = row.end();
        }
        rows.put(row.key(), row);
        version = newVersion;
    }

    /** Marks it as changed. */
    void touch(long newVersion) {
        version = newVersion;
    }

    /** The version of its last change. */
    long version() {
        return version;
    }

    int size() {
        return rows.size();
    }

    /** Its number of calls, of the types that contain {@code filter}, ignoring case. */
    Calls calls(String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return new Calls(
                start.toString(),
                end.toString(),
                rows.values().stream()
                        .filter(row -> row.type().toLowerCase(Locale.ROOT).contains(wanted))
                        .mapToLong(CountRow::count)
                        .sum());
    }

    /** Its current rows. */
    Shown shown() {
        return new Shown(start.toString(), end.toString(), sorted(rows.values()));
    }

    private static List<CountRow> sorted(Collection<CountRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(CountRow::count)
                        .reversed()
                        .thenComparing(CountRow::type)
                        .thenComparing(row -> String.valueOf(row.disposition())))
                .toList();
    }

    /** A window as it is sent to the page, the highest counts first. */
    record Shown(String start, String end, List<CountRow> rows) {}

    /** The number of calls of a window. */
    record Calls(String start, String end, long calls) {}
}
