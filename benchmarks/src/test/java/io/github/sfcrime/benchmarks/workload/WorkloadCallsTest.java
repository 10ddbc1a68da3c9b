package io.github.sfcrime.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
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
            Order.EVENT_TIME,
            Duration.ZERO,
            Duration.ofMinutes(10),
            Query.COUNTS,
            Windows.HOURS,
            Duration.ofSeconds(1));

    @Test
    void callsComeInTheOrderOfEventTime() {
        assertThat(calls(HISTORY))
                .hasSize(10_000)
                .isSortedAccordingTo(Comparator.comparing(CallForService::getCallDateTime));
    }

    /** The schema that they are written by stays the same; what they have must be in it. */
    @Test
    void whatIsWrittenIsTheWholeCall() throws MalformedRecordException {
        WireFormat<CallForService> written = new WireFormat<>(WorkloadSchema.CALLS);
        WireFormat<CallForService> read = new WireFormat<>(CallForService.getClassSchema());
        for (CallForService call : calls(HISTORY)) {
            assertThat(read.decode(written.encode(call))).isEqualTo(call);
        }
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
                Order.EVENT_TIME,
                Duration.ZERO,
                Duration.ofMinutes(10),
                Query.COUNTS,
                Windows.HOURS,
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

    @Test
    void inTheirOrderOfArrivalTheyAreTheSameCallsAndTrailTheirPartitionByNoMoreThanTheBound() {
        Workload arrival = Workload.named("arrival", Checkout.find()).withRecords(40_000);
        List<Iterator<CallForService>> partitions = WorkloadCalls.byPartition(arrival);
        List<LocalDateTime> firsts = new ArrayList<>();
        int outOfOrder = 0;
        for (Iterator<CallForService> partition : partitions) {
            LocalDateTime latest = LocalDateTime.MIN;
            for (int n = 0; n < 10_000; n++) {
                LocalDateTime time = partition.next().getCallDateTime();
                if (n == 0) {
                    firsts.add(time);
                } else {
                    assertThat(time).isAfter(latest.minus(arrival.watermarkBound()));
                    outOfOrder += time.isBefore(latest) ? 1 : 0;
                }
                latest = time.isAfter(latest) ? time : latest;
            }
            assertThat(partition).isExhausted();
        }

        assertThat(outOfOrder).isGreaterThan(10_000);
        assertThat(Duration.between(firsts.get(0), firsts.get(3))).isBetween(Duration.ofHours(3), Duration.ofHours(9));
    }

    private static List<CallForService> calls(Workload workload) {
        List<CallForService> calls = new ArrayList<>();
        WorkloadCalls.of(workload).forEachRemaining(calls::add);
        return calls;
    }
}
