package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.groups.Group;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is unusual, by lists in memory and sums of probabilities: it knows no state, slots, weights' shortcuts or library. */
public final class PlainUnusual {

    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;
    private static final long FIRST_MONDAY = 4L * 24 * 60 * 60 * 1000;

    private final long size;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, TreeMap<Long, Long>> counts = new TreeMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> judged = new HashSet<>();
    private final TreeMap<Long, Map<String, Found>> found = new TreeMap<>();
    private final TreeMap<Long, Integer> tests = new TreeMap<>();
    private final Map<String, Episode> open = new TreeMap<>();
    private long monday = Long.MIN_VALUE;

    /** @param size of windows of one length, in milliseconds */
    public PlainUnusual(long size) {
        this.size = size;
    }

    private record Found(long end, long count, double expected, long lower, long upper, double probability) {}

    private static final class Episode {
        private long start;
        private long end;
        private long windows;
        private Found peak = new Found(0, 0, 0, 0, 0, 2);
    }

    /** The rows so far. */
    public List<String> rows() {
        return List.copyOf(rows);
    }

    /** A window's count of a group, when it closes or again. */
    public void count(long end, String type, @Nullable String district, long count, boolean again) {
        beginWeeksUpTo(mondayBefore(end));
        String group = new Group(type, district).toString();
        since.putIfAbsent(group, end);
        TreeMap<Long, Long> ofGroup = counts.computeIfAbsent(group, unknown -> new TreeMap<>());
        if (!again && judged.contains(group)) {
            Found high = judge(end, count, ofGroup, Objects.requireNonNull(since.get(group)));
            if (high.probability <= 0.05) {
                found.computeIfAbsent(end, none -> new TreeMap<>()).put(group, high);
            }
        }
        ofGroup.put(end, count);
    }

    private static long mondayBefore(long end) {
        return Math.floorDiv(end - 1 - FIRST_MONDAY, WEEK) * WEEK + FIRST_MONDAY;
    }

    private void beginWeeksUpTo(long last) {
        if (monday == Long.MIN_VALUE) {
            monday = last;
        }
        while (monday < last) {
            monday += WEEK;
            judged.clear();
            for (String group : List.copyOf(since.keySet())) {
                int windows = Objects.requireNonNull(counts.get(group))
                        .subMap(monday - 8 * WEEK, false, monday, true)
                        .size();
                if (windows == 0) {
                    since.remove(group);
                    counts.remove(group);
                } else if (windows >= 8 && Objects.requireNonNull(since.get(group)) <= monday - 8 * WEEK) {
                    judged.add(group);
                }
            }
            tests.put(monday, judged.size());
        }
    }

    private static Found judge(long end, long count, Map<Long, Long> ofGroup, long since) {
        List<Long> before = new ArrayList<>();
        for (int weeks = 1; weeks <= 26 && end - weeks * WEEK >= since; weeks++) {
            before.add(ofGroup.getOrDefault(end - weeks * WEEK, 0L));
        }
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<Long> others = new ArrayList<>(before);
            double value = others.remove(i);
            double mean = (others.stream().mapToLong(other -> other).sum() + 0.5) / others.size();
            double squares = others.stream()
                    .mapToDouble(other -> Math.pow(other - mean, 2) / mean)
                    .sum();
            double spread = Math.max(1, squares / (others.size() - 1)) * (1 + 1.0 / others.size());
            double residual = 1.5
                    * (Math.pow(value, 2 / 3.0) - Math.pow(mean, 2 / 3.0))
                    / Math.pow(mean, 1 / 6.0)
                    / Math.sqrt(spread);
            weights.add(value > 2 && residual > 2.58 ? Math.pow(residual, -2) : 1);
        }
        double weight = weights.stream().mapToDouble(one -> one).sum();
        double sum = 0.5;
        for (int i = 0; i < before.size(); i++) {
            sum += weights.get(i) * before.get(i);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < before.size(); i++) {
            squares += weights.get(i) * Math.pow(before.get(i) - mean, 2) / mean;
        }
        double variance = mean * Math.max(1, squares / (weight - 1)) * (1 + 1 / weight);
        return new Found(
                end,
                count,
                mean,
                quantile(0.975, mean, variance),
                quantile(0.025, mean, variance),
                count > mean ? atLeast(count, mean, variance) : 1);
    }

    /** The probability of a count or more: a sum of those of each. */
    static double atLeast(long count, double mean, double variance) {
        double size = mean * mean / (variance - mean);
        double sum = 0;
        double one = probability(count, mean, variance);
        for (long more = count; more <= mean || one > 1e-14 * sum; more++) {
            sum += one;
            one *= (size + more) / (more + 1) * (1 - mean / variance);
        }
        return Math.min(sum, 1);
    }

    static long quantile(double above, double mean, double variance) {
        long count = 0;
        while (atLeast(count + 1, mean, variance) > above) {
            count++;
        }
        return count;
    }

    private static double probability(long count, double mean, double variance) {
        double size = mean * mean / (variance - mean);
        double log = size * Math.log(mean / variance);
        for (long i = 1; i <= count; i++) {
            log += Math.log((size + i - 1) / i * (1 - mean / variance));
        }
        return Math.exp(log);
    }

    /** Judges the windows that end up to then. */
    public void close(long upTo) {
        while (!found.isEmpty() && found.firstKey() <= upTo) {
            Map.Entry<Long, Map<String, Found>> window = found.pollFirstEntry();
            end(window.getKey() - 1);
            int number = tests.lowerEntry(window.getKey()).getValue();
            window.getValue().forEach((group, high) -> {
                Episode episode = open.get(group);
                if (episode == null && isSelected(high.probability, window.getValue(), number)) {
                    episode = new Episode();
                    episode.start = high.end - size;
                    open.put(group, episode);
                }
                if (episode != null) {
                    episode.end = high.end;
                    episode.windows++;
                    episode.peak = high.probability < episode.peak.probability ? high : episode.peak;
                    rows.add(text(group, episode, false));
                }
            });
        }
        end(upTo);
        if (monday != Long.MIN_VALUE) {
            beginWeeksUpTo(Math.min(mondayBefore(upTo + 1), monday + 100 * WEEK));
        }
    }

    /** Whether there is a number of suspects that is significant together, which this one is among. */
    private static boolean isSelected(double probability, Map<String, Found> window, int tests) {
        return window.values().stream()
                .map(Found::probability)
                .filter(limit -> limit >= probability)
                .anyMatch(limit -> limit
                        <= 0.01
                                * window.values().stream()
                                        .filter(other -> other.probability <= limit)
                                        .count()
                                / tests);
    }

    private void end(long upTo) {
        open.entrySet().removeIf(entry -> {
            boolean over = entry.getValue().end + size <= upTo;
            if (over) {
                rows.add(text(entry.getKey(), entry.getValue(), true));
            }
            return over;
        });
    }

    private String text(String group, Episode episode, boolean ended) {
        Found peak = episode.peak;
        return text(
                group,
                episode.start,
                episode.end,
                ended,
                episode.windows,
                peak.end,
                peak.count,
                peak.expected,
                peak.lower,
                peak.upper,
                peak.probability);
    }

    /** A row of the job, as those of {@link #rows}. */
    public static String text(
            String type, @Nullable String district, long windowEnd, long count, @Nullable Alert alert) {
        Alert of = Objects.requireNonNull(alert);
        return text(
                new Group(type, district).toString(),
                of.episodeStart,
                of.episodeEnd,
                of.ended,
                of.windows,
                windowEnd,
                count,
                of.expected,
                of.lower,
                of.upper,
                of.probability);
    }

    private static String text(
            String group,
            long start,
            long end,
            boolean ended,
            long windows,
            long peak,
            long count,
            double expected,
            long lower,
            long upper,
            double probability) {
        return String.format(
                Locale.ROOT,
                "%s %s=%s %s %d, %s %d of %.6f, %d to %d, %.6g",
                wallClock(start),
                group,
                wallClock(end),
                ended ? "ended" : "goes on",
                windows,
                wallClock(peak),
                count,
                expected,
                lower,
                upper,
                probability);
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000), 0, ZoneOffset.UTC);
    }
}
