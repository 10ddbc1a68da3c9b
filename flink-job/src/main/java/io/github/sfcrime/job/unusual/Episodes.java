package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The episodes that go on, and what waits for windows to close. An episode begins with a window that is unusual among
 * all that are judged with it. It goes on with each that would be if it were judged alone: only one is, when an episode
 * is there. It ends when a window's length has passed since the last of them.
 */
final class Episodes {

    private static final Comparator<Group> BY_NAME = Comparator.comparing((Group group) -> group.first)
            .thenComparing(group -> group.second, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Windows that end up to this time have been judged. */
    long complete = Long.MIN_VALUE;

    /** Groups that are judged in the windows that end next. */
    long judged;

    /** How many of them there are more after a time. */
    final TreeMap<Long, Long> changes = new TreeMap<>();

    /** By the ends of the windows. */
    final TreeMap<Long, List<Suspect>> waiting = new TreeMap<>();

    final TreeMap<Group, Episode> open = new TreeMap<>(BY_NAME);

    void add(JudgedGroups change) {
        changes.merge(change.after, change.more, Long::sum);
    }

    /** Adds a suspect; one of a window that has been judged is none any more. */
    void add(Suspect suspect) {
        if (suspect.windowEnd > complete) {
            waiting.computeIfAbsent(suspect.windowEnd, end -> new ArrayList<>()).add(suspect);
        }
    }

    /** Judges the windows that end up to a time; {@code rows} are of episodes that begin, go on and end. */
    void close(long upTo, long windowLength, Consumer<GroupCount> rows) {
        if (upTo <= complete) {
            return;
        }
        while (!waiting.isEmpty() && waiting.firstKey() <= upTo) {
            Map.Entry<Long, List<Suspect>> window = waiting.pollFirstEntry();
            end(window.getKey() - windowLength - 1, rows);
            count(window.getKey());
            judge(window.getValue(), rows);
        }
        end(upTo - windowLength, rows);
        count(upTo);
        complete = upTo;
    }

    /** Counts the groups that are judged in the window that ends then. */
    private void count(long windowEnd) {
        while (!changes.isEmpty() && changes.firstKey() < windowEnd) {
            judged += changes.pollFirstEntry().getValue();
        }
    }

    private void judge(List<Suspect> suspects, Consumer<GroupCount> rows) {
        double limit = FalseDiscoveries.limit(suspects, Math.max(judged, suspects.size()));
        Map<Group, Suspect> byName = new TreeMap<>(BY_NAME);
        suspects.forEach(suspect -> byName.put(new Group(suspect.type, suspect.district), suspect));
        byName.forEach((group, suspect) -> {
            Episode episode = open.get(group);
            if (episode != null) {
                episode.add(suspect);
                rows.accept(episode.row(false));
            } else if (suspect.probability <= limit) {
                Episode begun = Episode.of(suspect);
                open.put(group, begun);
                rows.accept(begun.row(false));
            }
        });
    }

    /** Ends the episodes whose last window ended by then. */
    private void end(long by, Consumer<GroupCount> rows) {
        for (Iterator<Episode> left = open.values().iterator(); left.hasNext(); ) {
            Episode episode = left.next();
            if (episode.end <= by) {
                left.remove();
                rows.accept(episode.row(true));
            }
        }
    }

    Episodes copy() {
        Episodes copy = new Episodes();
        copy.complete = complete;
        copy.judged = judged;
        copy.changes.putAll(changes);
        waiting.forEach((end, suspects) -> copy.waiting.put(end, new ArrayList<>(suspects)));
        open.forEach((group, episode) ->
                copy.open.put(group, new Episode(episode.start, episode.end, episode.windows, episode.peak)));
        return copy;
    }
}
