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
 * What is on the board: the latest windows and how their source and the job stand. Any number of threads may ask for the
 * changes since they last asked; whoever asks for the first time gets everything.
 */
final class Board {

    /** Keeps memory bounded where windows have very many groups; the latest window is kept in any case. */
    private static final int MOST_ROWS = 100_000;

    private final String topic;
    private final String brokers;
    private final int mostWindows;
    private final NavigableMap<LocalDateTime, CountedWindow> windows = new TreeMap<>();
    private SourceState.Phase phase = SourceState.Phase.reading;
    private boolean brokerAnswers = true;
    /** Until all that was there has been read, windows have some of their rows only, and are not for showing. */
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

    /** Counts a record that is no count. */
    synchronized void skip() {
        skipped++;
        changed();
    }

    /** Forgets every window, because the topic is read anew. */
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

    /** The window that begins then. */
    synchronized Optional<CountedWindow.Shown> window(LocalDateTime start) {
        return Optional.ofNullable(windows.get(start)).map(CountedWindow::shown);
    }

    /** Returns once something has changed after that version, or patience ends. */
    synchronized void awaitChange(long after, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (version <= after && deadline - System.nanoTime() > 0) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    /**
     * What has changed after that version.
     *
     * @param after 0 for all there is
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
