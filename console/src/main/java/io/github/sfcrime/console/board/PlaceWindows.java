package io.github.sfcrime.console.board;

import io.github.sfcrime.console.topic.TopicRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many calls of the latest windows came from each hexagon, neighbourhood and police district. A page is told that they
 * have changed, and asks for them where it shows them. Thread-safe.
 */
final class PlaceWindows implements Feed {

    /** The finest first. */
    private static final List<String> KINDS = List.of("hexagon", "analysis_neighborhood", "police_district");

    private static final String HEXAGON = KINDS.get(0);

    /** Limits memory where windows have very many places; the latest window is always kept. */
    private static final int MOST_ROWS = 100_000;

    private final int shownWindows;
    private final Runnable changed;
    private final HexagonCorners corners = new HexagonCorners();
    private final NavigableMap<LocalDateTime, PlaceWindow> windows = new TreeMap<>();
    private int rows;
    private volatile ResultRows.State state;

    /**
     * No windows yet.
     *
     * @param shownWindows how many of the latest are kept at most
     * @param changed called after each change
     */
    PlaceWindows(String topic, int shownWindows, Runnable changed) {
        this.shownWindows = shownWindows;
        this.changed = changed;
        state = new ResultRows.State(topic, SourceState.Phase.reading, 1);
    }

    @Override
    public void clear() {
        synchronized (this) {
            windows.clear();
            rows = 0;
        }
        changed(state.phase());
    }

    @Override
    public void phase(SourceState.Phase now) {
        if (state.phase() != now) {
            changed(now);
        }
    }

    @Override
    public void take(TopicRecord record) {
        PlaceRow row = PlaceRow.of(record).orElse(null);
        if (row != null && KINDS.contains(row.key().kind())) {
            put(row);
            changed(state.phase());
        }
    }

    private synchronized void put(PlaceRow row) {
        PlaceWindow window = windows.computeIfAbsent(row.start(), start -> new PlaceWindow(start, row.end()));
        int before = window.size();
        window.put(row);
        rows += window.size() - before;
        while (windows.size() > shownWindows || (windows.size() > 1 && rows > MOST_ROWS)) {
            rows -= windows.pollFirstEntry().getValue().size();
        }
    }

    private void changed(SourceState.Phase phase) {
        synchronized (this) {
            state = new ResultRows.State(state.topic(), phase, state.version() + 1);
        }
        changed.run();
    }

    /** How far the topic is read. */
    ResultRows.State state() {
        return state;
    }

    /** What is shown; nothing before all that was there has been read. */
    synchronized PlacesShown shown() {
        if (state.phase() == SourceState.Phase.reading) {
            return new PlacesShown(List.of(), List.of());
        }
        return new PlacesShown(
                windows.values().stream().map(this::window).toList(),
                KINDS.stream()
                        .map(this::kind)
                        .filter(kind -> !kind.places().isEmpty())
                        .toList());
    }

    private PlacesShown.Window window(PlaceWindow window) {
        return new PlacesShown.Window(window.start().toString(), window.end().toString(), isFilling(window));
    }

    /** A cumulating window is shorter than others until its last end; how long the first one becomes nobody knows. */
    private boolean isFilling(PlaceWindow window) {
        Duration longest = windows.values().stream()
                .filter(other -> other != window)
                .map(PlaceWindow::length)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        boolean isLatest = window == windows.lastEntry().getValue();
        return window.length().compareTo(longest) < 0
                || (isLatest && window.hasGrown() && window.length().compareTo(longest) > 0);
    }

    private PlacesShown.Kind kind(String kind) {
        List<PlacesShown.Place> places = windows.values().stream()
                .map(window -> window.calls().keySet())
                .flatMap(Collection::stream)
                .filter(key -> key.kind().equals(kind))
                .distinct()
                .sorted(Comparator.comparing(PlaceRow.Key::place))
                .map(this::place)
                .toList();
        return new PlacesShown.Kind(kind, places);
    }

    private PlacesShown.Place place(PlaceRow.Key key) {
        Stream<Long> counts =
                windows.values().stream().map(window -> window.calls().getOrDefault(key, 0L));
        return new PlacesShown.Place(
                key.place(), key.kind().equals(HEXAGON) ? corners.of(key.place()) : null, counts.toList());
    }
}
