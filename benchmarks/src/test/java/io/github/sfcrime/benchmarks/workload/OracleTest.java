package io.github.sfcrime.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final Group PASSING_AT_9 = group("2018-10-02T09:00", "Passing Call", "HAN");
    private static final Group PASSING_AT_10 = group("2018-10-02T10:00", "Passing Call", "HAN");
    private static final Group STOP_AT_9 = group("2018-10-02T09:00", "Traffic Stop", "");

    private final Oracle oracle = new Oracle(Query.COUNTS);

    OracleTest() {
        oracle.count(call("2018-10-02T09:00", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T09:59", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T10:00", "Passing Call", "HAN"));
        oracle.count(call("2018-10-02T09:30", "Traffic Stop", null));
    }

    @Test
    void theRightRowsDoNotDiffer() {
        assertThat(oracle.differences(Map.of(PASSING_AT_9, 2L, PASSING_AT_10, 1L, STOP_AT_9, 1L)))
                .isEmpty();
    }

    @Test
    void aWrongCountAMissingRowAndOneTooManyAreTold() {
        assertThat(oracle.differences(Map.of(PASSING_AT_9, 3L, PASSING_AT_10, 1L)))
                .containsExactlyInAnyOrder(
                        "2018-10-02T09:00 Passing Call, HAN: 2 calls, not 3",
                        "2018-10-02T09:00 Traffic Stop, : 1 calls, not 0",
                        "2 rows where there must be 3");
    }

    private static Group group(String start, String type, String disposition) {
        return new Group(LocalDateTime.parse(start).toEpochSecond(ZoneOffset.UTC), type, disposition);
    }

    private static CallForService call(String time, String type, @Nullable String disposition) {
        CallForService call = new CallForService();
        call.setCallDateTime(LocalDateTime.parse(time));
        call.setOriginalCrimeTypeName(type);
        call.setDisposition(disposition);
        return call;
    }
}
