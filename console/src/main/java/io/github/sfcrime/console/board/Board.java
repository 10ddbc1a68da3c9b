package io.github.sfcrime.console.board;

import io.github.sfcrime.console.progress.ProgressReport;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of the board: the latest windows of counts, the state of their topic and of the job, and the latest rows of
 * other results. Thread-safe: any number of threads may ask for the changes since a version; since version 0 that is
 * everything.
 */
final class Board implements Feed {

    /** The names of the results beside the counts, by which the page asks for them. */
    static final String ALERTS = "alerts";

    static final String RESPONSE_TIMES = "response-times";

    static final String PLACES = "places";

    static final String DISTRICTS = "districts";

    /** Limits memory where windows have very many groups; the latest window is always kept. */
    private static final int MOST_ROWS = 100_000;
    /** Windows that are kept for their number of calls: five weeks of hours. */
    private static final int MOST_WINDOWS = 5 * 7 * 24;

    private static final int MOST_ALERTS = 500;
    /** Some ninety windows, each of 220 rows: five legs, four priorities, eleven districts. */
    private static final int MOST_RESPONSE_TIMES = 20_000;

    /** Two days of hours, where some 1,000 rows an hour are many. */
    private static final int MOST_DISTRICTS = 50_000;

    private final String topic;
    private final String brokers;
    private final int shownWindows;
    private final Map<String, ResultRows> results = Map.of(
            ALERTS, new ResultRows(Topic.CRIME_ALERTS.name(), "episode_start", MOST_ALERTS, this::resultsChanged),
            RESPONSE_TIMES,
                    new ResultRows(
                            Topic.CRIME_RESPONSE_TIMES.name(),
                            "window_start",
                            MOST_RESPONSE_TIMES,
                            this::resultsChanged),
            DISTRICTS,
                    new ResultRows(
                            Topic.CRIME_COUNTS_BY_DISTRICT.name(),
                            "window_start",
                            MOST_DISTRICTS,
                            this::resultsChanged));
    private final OpenCallGroups open = new OpenCallGroups(this::resultsChanged);
    private final PlaceWindows places;
    private final NavigableMap<LocalDateTime, CountedWindow> windows = new TreeMap<>();
    private SourceState.Phase phase = SourceState.Phase.reading;
    private boolean brokerAnswers = true;
    /** Windows are not shown before the whole topic has been read, because they have some of their rows only. */
    private boolean complete;

    private int rows;
    private long skipped;
    private @Nullable Long latestRow;
    private @Nullable ProgressReport job;
    private @Nullable String dashboard;
    private long version = 1;

    /** An empty board that will show the rows of the latest {@code shownWindows} windows. */
    Board(String topic, String brokers, int shownWindows) {
        this.topic = topic;
        this.brokers = brokers;
        this.shownWindows = shownWindows;
        places = new PlaceWindows(Topic.CRIME_COUNTS_BY_PLACE.name(), shownWindows, this::resultsChanged);
    }

    @Override
    public synchronized void take(TopicRecord record) {
        latestRow =
                Math.max(latestRow == null ? 0 : latestRow, record.timestamp().toEpochMilli());
        CountRow.of(record).ifPresentOrElse(this::put, this::skip);
    }

    synchronized void put(CountRow row) {
        changed();
        CountedWindow window = windows.computeIfAbsent(row.start(), start -> new CountedWindow(start, row.end()));
        int before = window.size();
        window.put(row, version);
        rows += window.size() - before;
        while (windows.size() > Math.max(shownWindows, MOST_WINDOWS) || (windows.size() > 1 && rows > MOST_ROWS)) {
            rows -= windows.pollFirstEntry().getValue().size();
        }
    }

    /** Counts a record that is no result row. */
    synchronized void skip() {
        skipped++;
        changed();
    }

    @Override
    public synchronized void clear() {
        windows.clear();
        rows = 0;
        latestRow = null;
        complete = false;
        skipped = 0;
        changed();
    }

    @Override
    public synchronized void phase(SourceState.Phase now) {
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

    /** The calls of each window that is kept, oldest first, of the types that contain {@code filter}, ignoring case. */
    synchronized List<CountedWindow.Calls> history(String filter) {
        return complete
                ? windows.values().stream().map(window -> window.calls(filter)).toList()
                : List.of();
    }

    /** The results of that name beside the counts. */
    Optional<ResultRows> results(String name) {
        return Optional.ofNullable(results.get(name));
    }

    /** The calls that are open. */
    OpenCallGroups open() {
        return open;
    }

    /** Where calls came from. */
    PlaceWindows places() {
        return places;
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
        NavigableMap<LocalDateTime, CountedWindow> shown = complete ? shown() : new TreeMap<>();
        List<CountedWindow.Shown> changed = shown.values().stream()
                .filter(window -> window.version() > after)
                .map(CountedWindow::shown)
                .toList();
        return new Changes(
                version,
                new SourceState(topic, brokers, brokerAnswers ? phase : SourceState.Phase.away, skipped, latestRow),
                job,
                dashboard,
                shown.keySet().stream().map(LocalDateTime::toString).toList(),
                changed,
                states(),
                open.now());
    }

    /** The latest windows. */
    private NavigableMap<LocalDateTime, CountedWindow> shown() {
        return windows.keySet().stream()
                .skip(Math.max(0, windows.size() - shownWindows))
                .findFirst()
                .map(first -> windows.tailMap(first, true))
                .orElse(windows);
    }

    private Map<String, ResultRows.State> states() {
        Map<String, ResultRows.State> states = new TreeMap<>();
        results.forEach((name, rows) -> states.put(name, rows.state()));
        states.put(PLACES, places.state());
        return states;
    }

    private synchronized void resultsChanged() {
        changed();
    }

    private void changed() {
        version++;
        notifyAll();
    }
}
