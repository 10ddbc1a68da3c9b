package io.github.sfcrime.loader.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallBurstsTest {

    private static final LocalDateTime START = LocalDateTime.of(2018, 10, 2, 0, 0);
    private static final int CALLS = 40_000;

    @Test
    void aBurstIsOfOneTypeInOneDistrictForThreeHours() {
        List<CallForService> staged = staged(1).limit(CALLS).toList();
        List<CallForService> bursting = bursting(1).limit(CALLS).toList();
        Map<Long, Map<String, Long>> byBurst = IntStream.range(0, CALLS)
                .filter(i -> !bursting.get(i).equals(staged.get(i)))
                .mapToObj(bursting::get)
                .collect(Collectors.groupingBy(
                        call -> hour(call) / 41,
                        TreeMap::new,
                        Collectors.groupingBy(
                                call -> call.getOriginalCrimeTypeName() + " in " + call.getPoliceDistrict(),
                                Collectors.counting())));

        assertThat(byBurst.keySet())
                .containsExactlyElementsOf(LongStream.range(1, 11).boxed().toList());
        assertThat(byBurst.values()).allSatisfy(burst -> {
            assertThat(burst).hasSize(1);
            assertThat(burst.values()).allSatisfy(calls -> assertThat(calls).isBetween(5L, 80L));
        });
    }

    @Test
    void onlyTypeDistrictAndNeighborhoodOfSomeCallsAreOthers() {
        List<CallForService> staged = staged(3).limit(CALLS).toList();
        List<CallForService> bursting = bursting(3).limit(CALLS).toList();

        int changed = 0;
        for (int i = 0; i < CALLS; i++) {
            CallForService call = bursting.get(i);
            CallForService before = staged.get(i);
            if (!call.equals(before)) {
                changed++;
                assertThat(hour(call)).isGreaterThanOrEqualTo(41);
                assertThat(hour(call) % 41).isLessThan(3);
            }
            call.setOriginalCrimeTypeName(before.getOriginalCrimeTypeName());
            call.setPoliceDistrict(before.getPoliceDistrict());
            call.setAnalysisNeighborhood(before.getAnalysisNeighborhood());
            call.setLongitude(before.getLongitude());
            call.setLatitude(before.getLatitude());
        }
        assertThat(bursting).isEqualTo(staged);
        assertThat(changed).isBetween(CALLS / 300, CALLS / 50);
    }

    @Test
    void theSameSeedGivesTheSameBursts() {
        assertThat(bursting(5).limit(5_000).toList())
                .isEqualTo(bursting(5).limit(5_000).toList());
        assertThat(bursting(5).limit(5_000).toList())
                .isNotEqualTo(bursting(6).limit(5_000).toList());
    }

    private static long hour(CallForService call) {
        return Duration.between(START, call.getCallDateTime()).toHours();
    }

    private static Stream<CallForService> staged(long seed) {
        CallGenerator calls = new CallGenerator(seed, START, 92);
        CallStages stages = new CallStages(seed);
        return Stream.generate(() -> {
            CallForService call = calls.next();
            stages.addTo(call);
            return call;
        });
    }

    private static Stream<CallForService> bursting(long seed) {
        CallBursts bursts = new CallBursts(seed, START);
        return staged(seed).map(call -> {
            bursts.addTo(call);
            return call;
        });
    }
}
