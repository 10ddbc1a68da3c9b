package io.github.sfcrime.loader.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls get stages, priorities and districts, and stay the calls that their seed gives. */
final class CallStagesTest {

    private static final int CALLS = 50_000;

    @Test
    void theFirstCallOfASeedHasTheSameStagesInEveryRelease() {
        assertThat(staged(1).findFirst().orElseThrow()).hasToString("""
                        {"crime_id": 182750002, "original_crime_type_name": "Passing Call", "report_date": "2018-10-02", \
                        "call_date": "2018-10-02", "offense_date": "2018-10-02", "call_time": "00:00", \
                        "call_date_time": "2018-10-02T00:00", "disposition": "HAN", "address": "Van Ness Av/pacific av", \
                        "city": "San Francisco", "state": "CA", "agency_id": 1, "address_type": "Intersection", \
                        "common_location": null, "entry_date_time": "2018-10-02T00:03:02", \
                        "dispatch_date_time": "2018-10-02T00:10:51", "enroute_date_time": "2018-10-02T00:11:06", \
                        "onscene_date_time": "2018-10-02T00:15:30", "close_date_time": "2018-10-02T00:46:46", \
                        "analysis_neighborhood": "North Beach", "police_district": "CENTRAL", "priority": "B", \
                        "last_update_date_time": null, "longitude": -122.40875, "latitude": 37.8}""");
    }

    @Test
    void allOtherFieldsAreThoseOfTheSeed() {
        List<CallForService> plain = plain(7).limit(1_000).toList();
        List<CallForService> bare =
                staged(7).limit(1_000).map(CallStagesTest::withoutStages).toList();

        assertThat(bare).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"A, 14, 466", "B, 41, 1104", "C, 44, 2291"})
    void aPrioritysCallsAreAsManyAndAsFastAsIsStated(String priority, double share, double median) {
        List<CallForService> calls = staged(1)
                .limit(CALLS)
                .filter(call -> call.getPriority().equals(priority))
                .toList();

        assertThat(100.0 * calls.size() / CALLS).isCloseTo(share, Percentage.withPercentage(5));
        assertThat(median(calls, CallForService::getOnsceneDateTime)).isCloseTo(median, Percentage.withPercentage(5));
    }

    @Test
    void someCallsAreCancelledAndAFewHaveASlipOfThePen() {
        List<CallForService> calls = staged(1).limit(CALLS).toList();

        assertThat(share(calls, call -> call.getDispatchDateTime() == null)).isCloseTo(0.12, within(0.01));
        assertThat(share(calls, call -> call.getOnsceneDateTime() == null)).isCloseTo(0.17, within(0.01));
        assertThat(share(calls, call -> call.getCloseDateTime() == null)).isZero();
        assertThat(share(
                        calls,
                        call -> call.getOnsceneDateTime() != null
                                && call.getOnsceneDateTime().isBefore(call.getCallDateTime())))
                .isCloseTo(0.001, within(0.0005));
        assertThat(share(calls, call -> "MISSION".equals(call.getPoliceDistrict())))
                .isCloseTo(0.13, within(0.01));
    }

    @Test
    void callsAreAtIntersectionsOfTheirNeighbourhood() {
        List<CallForService> calls = staged(1).limit(CALLS).toList();

        assertThat(calls.stream().filter(call -> call.getAnalysisNeighborhood().equals("Tenderloin")))
                .isNotEmpty()
                .allSatisfy(call -> {
                    assertThat(call.getLatitude()).isCloseTo(37.7835, within(0.004));
                    assertThat(call.getLongitude()).isCloseTo(-122.4145, within(0.005));
                });
        assertThat(calls.stream()
                        .map(call -> call.getLatitude() + " " + call.getLongitude())
                        .distinct())
                .hasSizeBetween(3_000, 6_000);
    }

    private static Stream<CallForService> plain(long seed) {
        CallGenerator calls = new CallGenerator(seed, LocalDateTime.of(2018, 10, 2, 0, 0), 92);
        return Stream.generate(calls::next);
    }

    private static Stream<CallForService> staged(long seed) {
        CallStages stages = new CallStages(seed);
        return plain(seed).map(call -> {
            stages.addTo(call);
            return call;
        });
    }

    private static CallForService withoutStages(CallForService call) {
        call.setEntryDateTime(null);
        call.setDispatchDateTime(null);
        call.setEnrouteDateTime(null);
        call.setOnsceneDateTime(null);
        call.setCloseDateTime(null);
        call.setAnalysisNeighborhood(null);
        call.setLongitude(null);
        call.setLatitude(null);
        call.setPoliceDistrict(null);
        call.setPriority(null);
        return call;
    }

    private static double median(List<CallForService> calls, Function<CallForService, @Nullable LocalDateTime> stage) {
        List<Long> seconds = calls.stream()
                .filter(call -> stage.apply(call) != null)
                .map(call -> Duration.between(call.getCallDateTime(), Objects.requireNonNull(stage.apply(call)))
                        .toSeconds())
                .sorted()
                .toList();
        return seconds.get(seconds.size() / 2);
    }

    private static double share(List<CallForService> calls, Predicate<CallForService> which) {
        return (double) calls.stream().filter(which).count() / calls.size();
    }
}
