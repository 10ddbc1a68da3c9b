package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a workload's calls count to, told by a plain map that shares no code with any contender. */
public final class Oracle {

    private static final int TOLD = 5;

    private final Query query;
    private final Windows windows;
    /** By the ends of steps; what is in a window is added up when it is asked for. */
    private final Map<Group, Long> counts = new HashMap<>();

    private LocalDateTime latest = LocalDateTime.MIN;

    Oracle(Query query, Windows windows) {
        this.query = query;
        this.windows = windows;
    }

    /** Counts one more call. */
    public void count(CallForService call) {
        LocalDateTime time = call.getCallDateTime();
        Group group = new Group(
                query == Query.TOTALS ? Group.NO_WINDOW : windows.stepEnd(time.toEpochSecond(ZoneOffset.UTC)),
                call.getOriginalCrimeTypeName(),
                Objects.requireNonNullElse(call.getDisposition(), ""));
        counts.merge(group, 1L, Long::sum);
        if (time.isAfter(latest)) {
            latest = time;
        }
    }

    /** How many rows there must be. */
    public int rows() {
        return expected().size();
    }

    /** Event time of the latest call. */
    public LocalDateTime latest() {
        return latest;
    }

    /** Compares a contender's rows, its count by group, with these; the first differences, none where all are equal. */
    public List<String> differences(Map<Group, Long> rows) {
        Map<Group, Long> all = expected();
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Group, Long> expected : all.entrySet()) {
            Long count = rows.get(expected.getKey());
            if (!expected.getValue().equals(count) && differences.size() < TOLD) {
                differences.add(expected.getKey() + ": " + expected.getValue() + " calls, not "
                        + Objects.requireNonNullElse(count, 0L));
            }
        }
        if (rows.size() != all.size()) {
            differences.add(rows.size() + " rows where there must be " + all.size());
        }
        return differences;
    }

    private Map<Group, Long> expected() {
        if (query == Query.TOTALS || windows.length().equals(windows.step())) {
            return counts;
        }
        Map<Group, Long> rows = new HashMap<>();
        counts.forEach((group, count) -> {
            long last = windows.lastEnd(group.windowEnd());
            for (long end = group.windowEnd();
                    end <= last;
                    end += windows.step().toSeconds()) {
                rows.merge(new Group(end, group.type(), group.disposition()), count, Long::sum);
            }
        });
        return rows;
    }
}
