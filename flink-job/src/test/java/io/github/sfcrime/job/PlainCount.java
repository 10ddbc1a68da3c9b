package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.unusual.PlainUnusual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a query's rows are, by a count in memory that knows no slices, state or watermarks. */
final class PlainCount {

    /** Of calls of priority A, which is the only one that has a goal. */
    static final Duration GOAL = Duration.ofSeconds(50);

    private static final long MINUTE = 60_000;

    private final TestWindows windows;
    private final Map<String, String> radioCodes;
    private final Join join;

    PlainCount(TestWindows windows, Map<String, String> radioCodes, Join join) {
        this.windows = windows;
        this.radioCodes = radioCodes;
        this.join = join;
    }

    /** The rows as {@link #text}, sorted. */
    List<String> rows(Query query, List<CallRecord> calls) {
        if (query == Query.RESPONSE_TIMES) {
            return responseTimes(calls);
        }
        if (query == Query.UNUSUAL) {
            return unusual(calls);
        }
        if (query == Query.OPEN_CALLS) {
            return open(calls);
        }
        Map<String, TreeMap<String, Long>> byWindow = new TreeMap<>();
        for (CallRecord call : calls) {
            for (String window : query.isWindowed() ? windows.openFor(call) : List.of("ever")) {
                for (String group : groups(query, call).toList()) {
                    byWindow.computeIfAbsent(window, w -> new TreeMap<>()).merge(group, 1L, Long::sum);
                }
            }
        }
        List<String> rows = new ArrayList<>();
        byWindow.forEach((window, counts) -> (query == Query.TOP_TYPES ? topTwo(counts) : plain(counts))
                .forEach(row -> rows.add(window + " " + row)));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    private List<String> unusual(List<CallRecord> calls) {
        long first = calls.stream().mapToLong(call -> call.callDateTime).min().orElseThrow();
        long last = calls.stream().mapToLong(call -> call.callDateTime).max().orElseThrow();
        if (last - first > Duration.ofDays(8 * 7).toMillis()) {
            throw new IllegalArgumentException("calls of so many weeks are a matter of PlainUnusual");
        }
        return List.of();
    }

    private static List<String> open(List<CallRecord> calls) {
        int close = List.of(Leg.values()).indexOf(Leg.CLOSE);
        Map<String, List<Long>> byGroup = new TreeMap<>();
        for (CallRecord call : calls) {
            if (call.stages[close] == Call.NO_STAGE) {
                String district = "".equals(call.district) ? null : call.district;
                byGroup.computeIfAbsent(
                                fields(call.originalCrimeTypeName, call.priority, district), none -> new ArrayList<>())
                        .add(call.callDateTime / MINUTE * MINUTE);
            }
        }
        List<String> rows = new ArrayList<>();
        byGroup.forEach((group, received) -> rows.add(open(group, received.size(), Collections.min(received))));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    private static String open(String group, long count, @Nullable Long oldest) {
        return "open %s=%d, oldest %s".formatted(group, count, oldest == null ? "-" : TestWindows.wallClock(oldest));
    }

    private List<String> responseTimes(List<CallRecord> calls) {
        Map<String, List<CallRecord>> byGroup = new TreeMap<>();
        for (CallRecord call : calls) {
            for (String window : windows.openFor(call)) {
                String district = Objects.requireNonNullElse(call.district, "");
                String group = call.priority + " " + (district.isEmpty() ? "-" : district);
                byGroup.computeIfAbsent(window + " " + group.replace("null", "-"), none -> new ArrayList<>())
                        .add(call);
            }
        }
        List<String> rows = new ArrayList<>();
        byGroup.forEach((group, members) -> {
            for (Leg leg : Leg.values()) {
                rows.add(group + " " + leg.title() + "=" + legs(leg, members));
            }
        });
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    private static String legs(Leg leg, List<CallRecord> calls) {
        int stage = List.of(Leg.values()).indexOf(leg);
        List<Long> seconds = calls.stream()
                .filter(call -> call.stages[stage] >= call.callDateTime)
                .map(call -> (call.stages[stage] - call.callDateTime) / 1000)
                .filter(time -> time <= Duration.ofDays(7).toSeconds())
                .sorted()
                .toList();
        boolean hasGoal = leg == Leg.ONSCENE && "A".equals(calls.get(0).priority);
        long within = seconds.stream().filter(time -> time <= GOAL.toSeconds()).count();
        return legs(
                calls.size(),
                seconds.size(),
                percentile(seconds, 50),
                percentile(seconds, 90),
                percentile(seconds, 99),
                hasGoal ? GOAL.toSeconds() : null,
                hasGoal && !seconds.isEmpty() ? (double) within / seconds.size() : null);
    }

    private static @Nullable Long percentile(List<Long> sorted, int ofHundred) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * ofHundred + 99) / 100 - 1);
    }

    private static String legs(@Nullable Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<String> plain(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(group -> "0 " + group.getKey() + "=" + group.getValue())
                .toList();
    }

    private static List<String> topTwo(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .toList();
        return ranked.stream()
                .map(group -> (ranked.indexOf(group) + 1) + " " + group.getKey() + "=" + group.getValue())
                .toList();
    }

    private Stream<String> groups(Query query, CallRecord call) {
        String description = call.disposition == null ? null : radioCodes.get(call.disposition);
        boolean dropped = description == null && join == Join.INNER;
        return switch (query) {
            case COUNTS, TOTALS ->
                dropped
                        ? Stream.of()
                        : Stream.of(fields(call.originalCrimeTypeName, call.disposition, description, null, null));
            case TYPES, TOP_TYPES -> Stream.of(fields(call.originalCrimeTypeName, null, null, null, null));
            case DISPOSITIONS -> dropped ? Stream.of() : Stream.of(fields(null, null, description, null, null));
            case PLACES ->
                IntStream.range(0, call.places.length)
                        .filter(i -> call.places[i] != null)
                        .mapToObj(i -> fields(null, null, null, Places.KINDS.get(i), call.places[i]));
            case DISTRICTS ->
                Stream.of(fields(call.originalCrimeTypeName, null, null, null, null)
                        + ("".equals(call.district) || call.district == null ? "" : " in " + call.district));
            case RESPONSE_TIMES, UNUSUAL, OPEN_CALLS ->
                throw new IllegalArgumentException("not groups of calls: " + query);
        };
    }

    static String text(ResultRow row) {
        if (row.alert != null) {
            return PlainUnusual.text(
                    Objects.requireNonNull(row.originalCrimeTypeName),
                    row.district,
                    row.windowEnd,
                    row.count,
                    row.alert);
        }
        if (row.oldest != null || (row.windowEnd == 0 && row.count == 0)) {
            return open(fields(row.originalCrimeTypeName, row.priority, row.district), row.count, row.oldest);
        }
        String window = row.windowEnd == 0 ? "ever" : TestWindows.text(row.windowStart, row.windowEnd);
        LegTimes times = row.times;
        if (times != null) {
            String group = fields(row.priority, row.district, row.leg);
            return window + " " + group + "="
                    + legs(times.calls, row.count, times.median, times.p90, times.p99, times.goal, times.withinGoal);
        }
        String group = fields(row.originalCrimeTypeName, row.disposition, row.description, row.placeKind, row.place)
                + (row.district == null ? "" : " in " + row.district);
        return "%s %d %s=%d".formatted(window, row.rank, group, row.count);
    }

    private static String fields(@Nullable String... fields) {
        return String.join(
                " ",
                Stream.of(fields)
                        .map(field -> Objects.requireNonNullElse(field, "-"))
                        .toList());
    }

    /** Windows of one shape, found by trying. */
    record TestWindows(long sizeMinutes, long stepMinutes, boolean cumulating, long shiftDays) {

        private static final long MINUTE = 60_000;

        TestWindows(long sizeMinutes, long stepMinutes, boolean cumulating) {
            this(sizeMinutes, stepMinutes, cumulating, 0);
        }

        /** The same, beginning so many days after the epoch and not with it. */
        TestWindows shiftedByDays(long days) {
            return new TestWindows(sizeMinutes, stepMinutes, cumulating, days);
        }

        /** Those that the call falls into and is not late for. */
        List<String> openFor(CallRecord call) {
            return of(call.callDateTime).stream()
                    .filter(window -> end(window) - 1 > call.watermark)
                    .toList();
        }

        private static long end(String window) {
            return LocalDateTime.parse(window.substring(window.indexOf('/') + 1))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        }

        List<String> of(long time) {
            List<String> found = new ArrayList<>();
            long size = sizeMinutes * MINUTE;
            long step = stepMinutes * MINUTE;
            long shift = shiftDays * 24 * 60 * MINUTE;
            if (cumulating) {
                long start = Math.floorDiv(time, size) * size;
                for (long end = start + step; end <= start + size; end += step) {
                    if (time < end) {
                        found.add(text(start, end));
                    }
                }
            } else {
                for (long start = Math.floorDiv(time - shift, step) * step + shift;
                        start + size > time;
                        start -= step) {
                    found.add(text(start, start + size));
                }
            }
            return found;
        }

        static String text(long start, long end) {
            return wallClock(start) + "/" + wallClock(end);
        }

        static LocalDateTime wallClock(long millis) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        }
    }
}
