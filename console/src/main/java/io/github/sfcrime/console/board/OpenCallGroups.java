package io.github.sfcrime.console.board;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The groups that have open calls, by the latest row of each. Thread-safe. */
final class OpenCallGroups implements Feed {

    private final Runnable changed;
    private final Map<List<@Nullable Object>, OpenGroup> groups = new HashMap<>();
    /** Groups are not shown before the whole topic has been read, because earlier rows of them say what is no more. */
    private boolean complete;

    private SourceState.Phase phase = SourceState.Phase.reading;
    private @Nullable Long latestRow;

    /** A group of a row. */
    private record OpenGroup(
            @Nullable String priority, @Nullable String district, long count, String oldest) {}

    /** @param changed called after each change */
    OpenCallGroups(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void clear() {
        synchronized (this) {
            groups.clear();
            latestRow = null;
            complete = false;
        }
        changed.run();
    }

    @Override
    public void phase(SourceState.Phase now) {
        synchronized (this) {
            if (phase == now) {
                return;
            }
            phase = now;
            switch (now) {
                case live -> complete = true;
                case missing -> complete = false;
                case reading, away -> {}
            }
        }
        changed.run();
    }

    @Override
    public void take(TopicRecord record) {
        if (record.key() instanceof Content.Decoded key && record.value() instanceof Content.Decoded value) {
            Row row = Row.of(value.record());
            if (row.value("count") instanceof Long count) {
                long appended = record.timestamp().toEpochMilli();
                put(Row.of(key.record()).values(), row, count, appended);
                changed.run();
            }
        }
    }

    private synchronized void put(List<@Nullable Object> key, Row row, long count, long appended) {
        latestRow = Math.max(latestRow == null ? 0 : latestRow, appended);
        String oldest = text(row, "oldest_call_date_time");
        if (count > 0 && oldest != null) {
            groups.put(key, new OpenGroup(text(row, "priority"), text(row, "police_district"), count, oldest));
        } else {
            groups.remove(key);
        }
    }

    private static @Nullable String text(Row row, String field) {
        return row.value(field) instanceof String text ? text : null;
    }

    /** What is open now; null before all that was there has been read, and where there is no row. */
    synchronized @Nullable OpenCallsNow now() {
        if (!complete || latestRow == null) {
            return null;
        }
        Collection<OpenGroup> open = groups.values();
        String latestCall = open.stream()
                .map(OpenGroup::oldest)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new OpenCallsNow(
                latestRow, latestCall, part(null, open), parts(OpenGroup::priority), parts(OpenGroup::district));
    }

    private List<OpenCallsNow.Part> parts(Function<OpenGroup, @Nullable String> name) {
        Map<@Nullable String, List<OpenGroup>> byName = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        groups.values()
                .forEach(group -> byName.computeIfAbsent(name.apply(group), any -> new ArrayList<>())
                        .add(group));
        return byName.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue()))
                .toList();
    }

    private static OpenCallsNow.Part part(@Nullable String name, Collection<OpenGroup> groups) {
        return new OpenCallsNow.Part(
                name,
                groups.stream().mapToLong(OpenGroup::count).sum(),
                groups.stream()
                        .map(OpenGroup::oldest)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
