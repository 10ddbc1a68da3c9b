package io.github.sfcrime.local.demo;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Prints the highest counts without windows, once a second while they change, and at the end. */
final class LatestTotals implements RecordWriter {

    private static final long SHOW_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String COUNT = "count";

    private final RecordWriter screen;
    private final int shown;
    private final LongSupplier nanoTime;
    private final Map<List<@Nullable Object>, Row> totals = new HashMap<>();
    private boolean changed;
    private long lastShown;

    LatestTotals(RecordWriter screen, int shown, LongSupplier nanoTime) {
        this.screen = screen;
        this.shown = shown;
        this.nanoTime = nanoTime;
        lastShown = nanoTime.getAsLong();
    }

    @Override
    public void write(Row row) throws IOException {
        List<@Nullable Object> group = row.values().subList(0, row.names().indexOf(COUNT));
        totals.put(group, row);
        changed = true;
        flush();
    }

    @Override
    public void flush() throws IOException {
        long now = nanoTime.getAsLong();
        if (changed && now - lastShown >= SHOW_EVERY_NANOS) {
            lastShown = now;
            show();
        }
    }

    @Override
    public void close() throws IOException {
        if (changed) {
            show();
        }
        screen.close();
    }

    private void show() throws IOException {
        List<Row> highest = totals.values().stream()
                .sorted(Comparator.comparingLong(LatestTotals::count).reversed())
                .limit(shown)
                .toList();
        for (Row row : highest) {
            screen.write(row);
        }
        screen.flush();
        changed = false;
    }

    private static long count(Row row) {
        return row.values().get(row.names().indexOf(COUNT)) instanceof Number count ? count.longValue() : 0;
    }
}
