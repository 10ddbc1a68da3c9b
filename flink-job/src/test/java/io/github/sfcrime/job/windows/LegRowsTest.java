package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.legs.Measure;
import io.github.sfcrime.job.legs.PriorityAndDistrict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegRowsTest {

    private static final String A = PriorityAndDistrict.of("A", "MISSION").text();
    private static final String NONE = PriorityAndDistrict.of(null, null).text();

    private final LegRows legs = new LegRows(Map.of("A", Duration.ofSeconds(60)));
    private final GroupCounts window = new GroupCounts();
    private final List<String> rows = new ArrayList<>();
    private final GroupRows sink = (group, count, rank, times) -> rows.add(text(group, count, times));

    @Test
    void eachPriorityAndDistrictHasARowForEachLeg() {
        count(A, Measure.CALLS, 2);
        count(A, Measure.of(Leg.ONSCENE, 50), 1);
        count(A, Measure.of(Leg.ONSCENE, 70), 1);
        count(A, Measure.WITHIN_GOAL, 1);
        count(NONE, Measure.CALLS, 1);

        legs.of(window, sink);

        assertThat(rows)
                .containsExactly(
                        "0 /entry 0 of 1: null null",
                        "0 /dispatch 0 of 1: null null",
                        "0 /enroute 0 of 1: null null",
                        "0 /onscene 0 of 1: null null",
                        "0 /close 0 of 1: null null",
                        "1 AMISSION/entry 0 of 2: null null",
                        "1 AMISSION/dispatch 0 of 2: null null",
                        "1 AMISSION/enroute 0 of 2: null null",
                        "1 AMISSION/onscene 2 of 2: 50 0.5",
                        "1 AMISSION/close 0 of 2: null null");
    }

    @Test
    void aChangeWritesTheRowsOfItsPriorityAndDistrictAgain() {
        count(A, Measure.CALLS, 2);
        count(NONE, Measure.CALLS, 1);

        legs.again(window, List.of(new Group(NONE, Measure.CALLS)), sink);

        assertThat(rows).hasSize(Leg.values().length).allMatch(row -> row.startsWith("0 /"));
    }

    @Test
    void onlyOneOfItsCountsIsOfCalls() {
        assertThat(legs.countsCalls(new Group(A, Measure.CALLS))).isTrue();
        assertThat(legs.countsCalls(new Group(A, Measure.WITHIN_GOAL))).isFalse();
        assertThat(legs.countsCalls(new Group(A, Measure.of(Leg.CLOSE, 5)))).isFalse();
    }

    private static String text(Group group, long count, @Nullable LegTimes times) {
        return times == null
                ? "no times"
                : group + " " + count + " of " + times.calls + ": " + times.median + " " + times.withinGoal;
    }

    private void count(String first, String measure, long count) {
        window.add(new Group(first, measure), count);
    }
}
