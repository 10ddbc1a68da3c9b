package io.github.sfcrime.console.board;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest rows of one window; one that grows, as cumulating windows do, loses the rows of its shorter self. */
final class CountedWindow {

    private final LocalDateTime start;
    private final Map<CountRow.Key, CountRow> rows = new HashMap<>();
    private LocalDateTime end;
    private long version;

    CountedWindow(LocalDateTime start, LocalDateTime end) {
        this.start = start;
        this.end = end;
    }

    /** Takes a row, over an earlier one with its key. */
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

    /** Has it count as changed. */
    void touch(long newVersion) {
        version = newVersion;
    }

    /** When it last changed. */
    long version() {
        return version;
    }

    int size() {
        return rows.size();
    }

    /** As it is now. */
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

    /** A window as the page gets it, the highest counts first. */
    record Shown(String start, String end, List<CountRow> rows) {}
}
