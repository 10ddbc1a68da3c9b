package io.github.sfcrime.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadCallsTest {

    private static final Workload HISTORY = new Workload(
            "history",
            10_000,
            92,
            LocalDateTime.parse("2018-10-02T00:00"),
            1,
            0,
            1,
            4,
            "lz4",
            Duration.ofMinutes(10),
            Query.COUNTS,
            Duration.ofSeconds(1));

    @Test
    void callsComeInTheOrderOfEventTime() {
        assertThat(calls(HISTORY))
                .hasSize(10_000)
                .isSortedAccordingTo(Comparator.comparing(CallForService::getCallDateTime));
    }

    @Test
    void theSameWorkloadGivesTheSameCalls() {
        assertThat(calls(HISTORY)).isEqualTo(calls(HISTORY));
    }

    @Test
    void ownTypesAreAsManyAsTheWorkloadSaysTheFirstTheMostFrequent() {
        Workload tenTypes = new Workload(
                "ten",
                10_000,
                92,
                HISTORY.start(),
                1,
                10,
                1.5,
                4,
                "lz4",
                Duration.ofMinutes(10),
                Query.COUNTS,
                Duration.ofSeconds(1));
        Map<String, Integer> calls = new HashMap<>();
        calls(tenTypes).forEach(call -> calls.merge(call.getOriginalCrimeTypeName(), 1, Integer::sum));

        assertThat(calls.keySet())
                .containsExactlyInAnyOrder(
                        "Type 1", "Type 2", "Type 3", "Type 4", "Type 5", "Type 6", "Type 7", "Type 8", "Type 9",
                        "Type 10");
        assertThat(Collections.max(calls.entrySet(), Map.Entry.comparingByValue())
                        .getKey())
                .isEqualTo("Type 1");
    }

    private static List<CallForService> calls(Workload workload) {
        List<CallForService> calls = new ArrayList<>();
        new WorkloadCalls(workload).forEachRemaining(calls::add);
        return calls;
    }
}
