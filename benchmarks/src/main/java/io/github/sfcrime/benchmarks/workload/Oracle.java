package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a workload's calls count to, told by a plain map that shares no code with any contender. */
public final class Oracle {

    private static final int TOLD = 5;

    private final Query query;
    private final Map<Group, Long> counts = new HashMap<>();
    private LocalDateTime latest = LocalDateTime.MIN;

    Oracle(Query query) {
        this.query = query;
    }

    /** Counts one more call. */
    public void count(CallForService call) {
        LocalDateTime time = call.getCallDateTime();
        Group group = new Group(
                query == Query.TOTALS
                        ? Group.NO_WINDOW
                        : time.truncatedTo(ChronoUnit.HOURS).toEpochSecond(ZoneOffset.UTC),
                call.getOriginalCrimeTypeName(),
                Objects.requireNonNullElse(call.getDisposition(), ""));
        counts.merge(group, 1L, Long::sum);
        if (time.isAfter(latest)) {
            latest = time;
        }
    }

    /** How many rows there must be. */
    public int rows() {
        return counts.size();
    }

    /** Event time of the latest call. */
    public LocalDateTime latest() {
        return latest;
    }

    /** Compares a contender's rows, its count by group, with these; the first differences, none where all are equal. */
    public List<String> differences(Map<Group, Long> rows) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Group, Long> expected : counts.entrySet()) {
            Long count = rows.get(expected.getKey());
            if (!expected.getValue().equals(count) && differences.size() < TOLD) {
                differences.add(expected.getKey() + ": " + expected.getValue() + " calls, not "
                        + Objects.requireNonNullElse(count, 0L));
            }
        }
        if (rows.size() != counts.size()) {
            differences.add(rows.size() + " rows where there must be " + counts.size());
        }
        return differences;
    }
}
