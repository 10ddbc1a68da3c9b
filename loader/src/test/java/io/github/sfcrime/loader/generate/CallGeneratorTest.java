package io.github.sfcrime.loader.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class CallGeneratorTest {

    private static final LocalDateTime START = LocalDateTime.of(2018, 10, 2, 0, 0);
    private static final int CALLS = 200_000;

    @Test
    void theSameSeedGivesTheSameCallsAndAnotherOthers() {
        assertThat(calls(1, 92, 1000)).isEqualTo(calls(1, 92, 1000)).isNotEqualTo(calls(2, 92, 1000));
    }

    @Test
    void theFirstCallOfASeedIsTheSameInEveryRelease() {
        assertThat(calls(1, 92, 1).get(0)).hasToString("""
                        {"crime_id": 182750002, "original_crime_type_name": "Passing Call", "report_date": "2018-10-02", \
                        "call_date": "2018-10-02", "offense_date": "2018-10-02", "call_time": "00:00", \
                        "call_date_time": "2018-10-02T00:00", "disposition": "HAN", "address": "Van Ness Av/pacific av", \
                        "city": "San Francisco", "state": "CA", "agency_id": 1, "address_type": "Intersection", \
                        "common_location": null, "entry_date_time": null, "dispatch_date_time": null, \
                        "enroute_date_time": null, "onscene_date_time": null, "close_date_time": null, \
                        "analysis_neighborhood": null, "police_district": null, "priority": null, \
                        "last_update_date_time": null, "longitude": null, "latitude": null}""");
    }

    /** The expectations are frequencies of the city's file of 199,999 calls. */
    @Test
    void callsAreAsFrequentAsInTheCitysFile() {
        List<CallForService> calls = calls(1, 92, CALLS);

        Map<String, Integer> types = count(calls, CallForService::getOriginalCrimeTypeName);
        assertThat(types.get("Passing Call")).isCloseTo(35_180, Percentage.withPercentage(3));
        assertThat(types.get("Assault / Battery")).isCloseTo(2_356, Percentage.withPercentage(10));
        assertThat(types).hasSizeBetween(3_250, 3_600);
        assertThat((double) ofTheFirst(100, types.values()) / CALLS).isCloseTo(0.905, within(0.01));

        Map<String, Integer> dispositions = count(calls, call -> String.valueOf(call.getDisposition()));
        assertThat(dispositions.get("HAN")).isCloseTo(57_639, Percentage.withPercentage(3));
        assertThat(dispositions.get("UTL")).isCloseTo(9_376, Percentage.withPercentage(5));
        assertThat(dispositions).hasSizeBetween(22, 28);

        Map<Integer, Integer> hours =
                count(calls, call -> call.getCallDateTime().getHour());
        assertThat(hours.get(4)).isCloseTo(2_618, Percentage.withPercentage(10));
        assertThat(hours.get(17)).isCloseTo(13_484, Percentage.withPercentage(5));

        Map<String, Integer> cities = count(calls, call -> String.valueOf(call.getCity()));
        assertThat(cities.get("null")).isCloseTo(4_284, Percentage.withPercentage(6));
        Map<String, Integer> kinds = count(calls, CallForService::getAddressType);
        assertThat(kinds.get("Intersection")).isCloseTo(64_091, Percentage.withPercentage(3));
        assertThat(count(calls, CallForService::getCallDate)).hasSizeBetween(88, 94);
    }

    @Test
    void callsTrailOneAnotherAsTheyDoInTheCitysFile() {
        List<Long> lags = new ArrayList<>();
        LocalDateTime latest = START;
        for (CallForService call : calls(1, 92, CALLS)) {
            if (call.getCallDateTime().isBefore(latest)) {
                lags.add(Duration.between(call.getCallDateTime(), latest).toMinutes());
            } else {
                latest = call.getCallDateTime();
            }
        }

        lags.sort(Comparator.naturalOrder());
        assertThat((double) lags.size() / CALLS).isCloseTo(0.304, within(0.01));
        assertThat(lags.get(lags.size() / 2)).isEqualTo(2);
        assertThat(lags.get(lags.size() * 95 / 100)).isBetween(5L, 7L);
        assertThat(lags.get(lags.size() * 99 / 100)).isBetween(10L, 14L);
        assertThat(lags.get(lags.size() - 1)).isBetween(100L, 176L);
    }

    @Test
    void numbersAscendAsCallsArriveHoweverDenseTheyAre() {
        for (double callsPerHour : List.of(0.5, 92.0, 1_000_000.0)) {
            assertThat(calls(3, callsPerHour, 20_000))
                    .extracting(CallForService::getCrimeId)
                    .isSortedAccordingTo(Comparator.naturalOrder())
                    .doesNotHaveDuplicates();
        }
    }

    private static List<CallForService> calls(long seed, double callsPerHour, int number) {
        CallGenerator generator = new CallGenerator(seed, START, callsPerHour);
        List<CallForService> calls = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            calls.add(generator.next());
        }
        return calls;
    }

    private static <K> Map<K, Integer> count(List<CallForService> calls, Function<CallForService, K> key) {
        Map<K, Integer> counts = new HashMap<>();
        calls.forEach(call -> counts.merge(key.apply(call), 1, Integer::sum));
        return counts;
    }

    private static int ofTheFirst(int number, Collection<Integer> counts) {
        return counts.stream()
                .sorted(Comparator.reverseOrder())
                .limit(number)
                .mapToInt(n -> n)
                .sum();
    }
}
