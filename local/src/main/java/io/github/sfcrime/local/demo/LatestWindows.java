package io.github.sfcrime.local.demo;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints the latest closed window, once a second, and the last few at the end; others are left out. A window
 * counts as closed a second after a later one was seen, because the job's parallel instances are not quite in step.
 */
final class LatestWindows implements RecordWriter {

    private static final long SHOW_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LAST_WINDOWS = 3;

    private final RecordWriter screen;
    private final LongSupplier nanoTime;
    private final NavigableMap<String, List<Row>> waiting = new TreeMap<>();
    private @Nullable String lastShown;
    private @Nullable String latestAtLastLook;
    private long lastLook;

    LatestWindows(RecordWriter screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
        lastLook = nanoTime.getAsLong();
    }

    @Override
    public void write(Row row) throws IOException {
        String window = String.valueOf(row.values().get(row.names().indexOf("window_start")));
        if (lastShown == null || window.compareTo(lastShown) > 0) {
            waiting.computeIfAbsent(window, start -> new ArrayList<>()).add(row);
        }
        look();
    }

    @Override
    public void flush() throws IOException {
        look();
    }

    /** Prints the last windows; no row may follow. */
    @Override
    public void close() throws IOException {
        while (waiting.size() > LAST_WINDOWS) {
            waiting.pollFirstEntry();
        }
        for (List<Row> rows : waiting.values()) {
            show(rows);
        }
        waiting.clear();
        screen.close();
    }

    private void look() throws IOException {
        long now = nanoTime.getAsLong();
        if (now - lastLook < SHOW_EVERY_NANOS || waiting.isEmpty()) {
            return;
        }
        lastLook = now;
        String closed = latestAtLastLook;
        latestAtLastLook = waiting.lastKey();
        if (closed != null && waiting.containsKey(closed) && closed.compareTo(waiting.lastKey()) < 0) {
            show(waiting.getOrDefault(closed, List.of()));
            waiting.headMap(closed, true).clear();
            lastShown = closed;
        }
    }

    private void show(List<Row> rows) throws IOException {
        for (Row row : rows) {
            screen.write(row);
        }
        screen.flush();
    }
}
