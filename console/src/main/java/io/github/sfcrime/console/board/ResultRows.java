package io.github.sfcrime.console.board;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest rows of a topic of results beside the counts, one for each key. A page is told that they have changed, and
 * asks for them where it shows them. Thread-safe.
 */
final class ResultRows implements Feed {

    private final String topic;
    private final String timeField;
    private final int most;
    private final Runnable changed;
    private final NavigableMap<String, Map<List<@Nullable Object>, Map<String, @Nullable Object>>> byTime =
            new TreeMap<>();
    private int size;
    private volatile State state;

    /**
     * No rows yet.
     *
     * @param timeField the field by which rows are in order, oldest first
     * @param most how many are kept; those of the latest time are kept however many they are
     * @param changed called after each change
     */
    ResultRows(String topic, String timeField, int most, Runnable changed) {
        this.topic = topic;
        this.timeField = timeField;
        this.most = most;
        this.changed = changed;
        state = new State(topic, SourceState.Phase.reading, 1);
    }

    @Override
    public void clear() {
        synchronized (this) {
            byTime.clear();
            size = 0;
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
        if (record.key() instanceof Content.Decoded key && record.value() instanceof Content.Decoded value) {
            Row row = Row.of(value.record());
            if (row.value(timeField) instanceof String time) {
                put(time, Row.of(key.record()).values(), row);
                changed(state.phase());
            }
        }
    }

    private synchronized void put(String time, List<@Nullable Object> key, Row row) {
        if (byTime.computeIfAbsent(time, any -> new LinkedHashMap<>()).put(key, fields(row)) == null) {
            size++;
        }
        while (size > most && byTime.size() > 1) {
            size -= byTime.pollFirstEntry().getValue().size();
        }
    }

    private static Map<String, @Nullable Object> fields(Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.names().size(); i++) {
            fields.put(row.names().get(i), row.values().get(i));
        }
        return fields;
    }

    private void changed(SourceState.Phase phase) {
        synchronized (this) {
            state = new State(topic, phase, state.version() + 1);
        }
        changed.run();
    }

    /** How far the topic is read. */
    State state() {
        return state;
    }

    /** The rows whose fields have those values as text, oldest first; none before all that was there has been read. */
    synchronized List<Map<String, @Nullable Object>> rows(Map<String, String> wanted) {
        if (state.phase() == SourceState.Phase.reading) {
            return List.of();
        }
        return byTime.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(field -> field.getValue().equals(String.valueOf(row.get(field.getKey())))))
                .toList();
    }

    /**
     * The state of the topic.
     *
     * @param version grows with each change of the rows
     */
    record State(String topic, SourceState.Phase phase, long version) {}
}
