package io.github.sfcrime.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final Group PASSING_TO_10 = passing("2018-10-02T10:00");
    private static final Group PASSING_TO_11 = passing("2018-10-02T11:00");
    private static final Group STOP_TO_10 = group("2018-10-02T10:00", "Traffic Stop", "");

    private static Oracle oracle(Windows windows) {
        Oracle oracle = new Oracle(Query.COUNTS, windows);
        oracle.count(call("2018-10-02T09:00", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T09:59", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T10:00", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T09:30", "Traffic Stop", null));
        return oracle;
    }

    @Test
    void theRightRowsDoNotDiffer() {
        assertThat(oracle(Windows.HOURS).differences(Map.of(PASSING_TO_10, 2L, PASSING_TO_11, 1L, STOP_TO_10, 1L)))
                .isEmpty();
    }

    @Test
    void aWrongCountAMissingRowAndOneTooManyAreTold() {
        assertThat(oracle(Windows.HOURS).differences(Map.of(PASSING_TO_10, 3L, PASSING_TO_11, 1L)))
                .containsExactlyInAnyOrder(
                        "2018-10-02T10:00 Passing Call, HAN: 2 calls, not 3",
                        "2018-10-02T10:00 Traffic Stop, : 1 calls, not 0",
                        "2 rows where there must be 3");
    }

    @Test
    void windowsThatSlideShareTheirCalls() {
        Windows twoHoursEveryHour = Windows.named("PT2H/PT1H");

        assertThat(oracle(twoHoursEveryHour)
                        .differences(Map.of(
                                PASSING_TO_10,
                                2L,
                                PASSING_TO_11,
                                3L,
                                passing("2018-10-02T12:00"),
                                1L,
                                STOP_TO_10,
                                1L,
                                group("2018-10-02T11:00", "Traffic Stop", ""),
                                1L)))
                .isEmpty();
    }

    @Test
    void windowsThatCumulateBeginAnewWithTheirLength() {
        Windows twoHoursByTheHour = Windows.named("PT2H+PT1H");

        assertThat(oracle(twoHoursByTheHour)
                        .differences(Map.of(
                                PASSING_TO_10,
                                2L,
                                passing("2018-10-02T11:00"),
                                1L,
                                passing("2018-10-02T12:00"),
                                1L,
                                STOP_TO_10,
                                1L)))
                .isEmpty();
        assertThat(twoHoursByTheHour.start(PASSING_TO_10.windowEnd()))
                .isEqualTo(passing("2018-10-02T08:00").windowEnd());
    }

    @Test
    void weeksBeginOnMonday() {
        // The second of October 2018 was a Tuesday.
        assertThat(oracle(Windows.named("P7D"))
                        .differences(Map.of(
                                passing("2018-10-08T00:00"), 3L, group("2018-10-08T00:00", "Traffic Stop", ""), 1L)))
                .isEmpty();
    }

    private static Group passing(String end) {
        return group(end, "Passing Call", "HAN");
    }

    private static Group group(String end, String type, String disposition) {
        return new Group(LocalDateTime.parse(end).toEpochSecond(ZoneOffset.UTC), type, disposition);
    }

    private static CallForService call(String time, String type, @Nullable String disposition) {
        CallForService call = new CallForService();
        call.setCallDateTime(LocalDateTime.parse(time));
        call.setOriginalCrimeTypeName(type);
        call.setDisposition(disposition);
        return call;
    }
}
