package io.github.sfcrime.console.board;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** The calls of each place in one window; of a cumulating window those of the latest end only. */
final class PlaceWindow {

    private final LocalDateTime start;
    private final Map<PlaceRow.Key, Long> calls = new HashMap<>();
    private LocalDateTime end;
    private boolean grown;

    PlaceWindow(LocalDateTime start, LocalDateTime end) {
        this.start = start;
        this.end = end;
    }

    /** Adds a row, or replaces the one with its key. */
    void put(PlaceRow row) {
        if (row.end().isBefore(end)) {
            grown = true;
            return;
        }
        if (row.end().isAfter(end)) {
            grown = true;
            calls.clear();
            end = row.end();
        }
        if (row.count() > 0) {
            calls.put(row.key(), row.count());
        } else {
            calls.remove(row.key());
        }
    }

    LocalDateTime start() {
        return start;
    }

    LocalDateTime end() {
        return end;
    }

    Duration length() {
        return Duration.between(start, end);
    }

    /** Whether it has had several ends. */
    boolean hasGrown() {
        return grown;
    }

    int size() {
        return calls.size();
    }

    /** The places that calls came from, and how many. */
    Map<PlaceRow.Key, Long> calls() {
        return calls;
    }
}
