package io.github.sfcrime.console.board;

import io.github.sfcrime.console.progress.ProgressReport;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of the board: the latest windows, the state of their topic and of the job. Thread-safe: any number of
 * threads may ask for the changes since a version; since version 0 that is everything.
 */
final class Board {

    /** Limits memory where windows have very many groups; the latest window is always kept. */
    private static final int MOST_ROWS = 100_000;

    private final String topic;
    private final String brokers;
    private final int mostWindows;
    private final NavigableMap<LocalDateTime, CountedWindow> windows = new TreeMap<>();
    private SourceState.Phase phase = SourceState.Phase.reading;
    private boolean brokerAnswers = true;
    /** Windows are not shown before the whole topic has been read, because they have some of their rows only. */
    private boolean complete;

    private long skipped;
    private @Nullable ProgressReport job;
    private @Nullable String dashboard;
    private long version = 1;

    /** An empty board that will keep the latest {@code mostWindows} windows. */
    Board(String topic, String brokers, int mostWindows) {
        this.topic = topic;
        this.brokers = brokers;
        this.mostWindows = mostWindows;
    }

    synchronized void put(CountRow row) {
        changed();
        windows.computeIfAbsent(row.start(), start -> new CountedWindow(start, row.end()))
                .put(row, version);
        while (windows.size() > mostWindows || (windows.size() > 1 && rows() > MOST_ROWS)) {
            windows.pollFirstEntry();
        }
    }

    /** Counts a record that is no result row. */
    synchronized void skip() {
        skipped++;
        changed();
    }

    /** Removes every window, because the topic is read from its beginning again. */
    synchronized void clear() {
        windows.clear();
        complete = false;
        skipped = 0;
        changed();
    }

    synchronized void phase(SourceState.Phase now) {
        if (phase != now) {
            phase = now;
            changed();
            if (now == SourceState.Phase.live) {
                complete = true;
                windows.values().forEach(window -> window.touch(version));
            }
        }
    }

    synchronized void brokerAnswers(boolean now) {
        if (brokerAnswers != now) {
            brokerAnswers = now;
            changed();
        }
    }

    synchronized void job(@Nullable ProgressReport report, @Nullable String url) {
        if (!Objects.equals(job, report) || !Objects.equals(dashboard, url)) {
            job = report;
            dashboard = url;
            changed();
        }
    }

    /** The window with that start. */
    synchronized Optional<CountedWindow.Shown> window(LocalDateTime start) {
        return Optional.ofNullable(windows.get(start)).map(CountedWindow::shown);
    }

    /** Waits for a change after that version, or for the time limit. */
    synchronized void awaitChange(long after, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (version <= after && deadline - System.nanoTime() > 0) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    /**
     * The changes after that version.
     *
     * @param after 0 for everything
     */
    synchronized Changes changes(long after) {
        NavigableMap<LocalDateTime, CountedWindow> shown = complete ? windows : new TreeMap<>();
        List<CountedWindow.Shown> changed = shown.values().stream()
                .filter(window -> window.version() > after)
                .map(CountedWindow::shown)
                .toList();
        return new Changes(
                version,
                new SourceState(topic, brokers, brokerAnswers ? phase : SourceState.Phase.away, skipped),
                job,
                dashboard,
                shown.keySet().stream().map(LocalDateTime::toString).toList(),
                changed);
    }

    private int rows() {
        return windows.values().stream().mapToInt(CountedWindow::size).sum();
    }

    private void changed() {
        version++;
        notifyAll();
    }
}
