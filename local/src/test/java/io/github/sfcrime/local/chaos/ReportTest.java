package io.github.sfcrime.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.fault.Outcome;
import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.stack.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final ChaosSettings SETTINGS = new ChaosSettings(
            List.of(FaultKind.values()),
            7,
            3,
            Duration.ofMinutes(10),
            Delivery.EXACTLY_ONCE,
            1,
            200,
            false,
            Path.of("chaos"));

    private final Report report = new Report(SETTINGS);

    @Test
    void aRunIsAsDeclaredOnceItIsFinishedAndNothingIsWrong() {
        report.add(exact(1, FaultKind.TASKMANAGER_KILL, 4_000));
        report.add(exact(2, FaultKind.TASKMANAGER_KILL, 5_000));
        assertThat(report.isAsDeclared()).isFalse();

        report.atEnd(1_000, 700, List.of());

        assertThat(report.isAsDeclared()).isTrue();
        assertThat(report.summary())
                .containsExactly(
                        "2 faults, exactly-once, seed 7: each ended as declared",
                        "at the end 1,000 records in and 700 rows out: no difference",
                        "median recovery, taskmanager-kill: 4.5 s");
    }

    @Test
    void aDifferenceIsNotAsDeclared() {
        report.add(RoundReport.caughtUp(
                planned(1, FaultKind.BROKER_KILL),
                Outcome.EXACT,
                "broker",
                Duration.ofMillis(2_500),
                10,
                5,
                List.of("row is missing")));
        report.atEnd(10, 5, List.of("and another"));

        assertThat(report.isAsDeclared()).isFalse();
        assertThat(report.differences()).containsExactly("1. broker-kill: row is missing", "at the end: and another");
    }

    @Test
    void aStopIsAsDeclaredOnlyWhereItIsDeclaredAndNamesWhatIsLost() {
        String loss = "the job is FAILED: cannot read topic crime_data, partition 1, offset 5: so that calls are lost";

        assertThat(RoundReport.stopped(planned(1, FaultKind.RETENTION), Outcome.LOUD_STOP, "crime_data", loss)
                        .asDeclared())
                .isTrue();
        assertThat(RoundReport.stopped(
                                planned(1, FaultKind.RETENTION),
                                Outcome.LOUD_STOP,
                                "crime_data",
                                "the job is FAILED: no reason")
                        .asDeclared())
                .isFalse();
        assertThat(RoundReport.stopped(planned(1, FaultKind.POISON), Outcome.EXACT, "", loss)
                        .asDeclared())
                .isFalse();
        assertThat(RoundReport.caughtUp(
                                planned(1, FaultKind.RETENTION), Outcome.LOUD_STOP, "", Duration.ZERO, 1, 1, List.of())
                        .asDeclared())
                .isFalse();
    }

    @Test
    void aLineOfTheTableIsAsWideAsItsHeading() {
        assertThat(Report.HEADING)
                .isEqualTo(
                        "  #  fault                  target                              recovery s        in       out"
                                + "  difference  ended");
        assertThat(exact(12, FaultKind.TASKMANAGER_KILL_BURST, 12_345).line())
                .isEqualTo(
                        " 12  taskmanager-kill-burst  taskmanager-1                             12.3        20        10"
                                + "           0  exact");
    }

    @Test
    void theReportIsJsonToo() throws Exception {
        report.add(exact(1, FaultKind.POISON, 1_500));
        report.atEnd(20, 10, List.of());

        assertThat(new JsonMapper().readTree(report.toJson())).isEqualTo(new JsonMapper().readTree("""
                {"seed": 7, "delivery": "exactly-once", "as_declared": true,
                 "faults": [{"number": 1, "fault": "poison", "target": "taskmanager-1", "recovery_seconds": 1.5,
                             "in": 20, "out": 10, "differences": 0, "ended": "exact", "as_declared": true}],
                 "usage": [],
                 "end": {"records_in": 20, "rows_out": 10, "differences": 0}}
                """));
    }

    private static RoundReport exact(int number, FaultKind kind, long recoveryMillis) {
        return RoundReport.caughtUp(
                planned(number, kind),
                Outcome.EXACT,
                "taskmanager-1",
                Duration.ofMillis(recoveryMillis),
                20,
                10,
                List.of());
    }

    private static PlannedFault planned(int number, FaultKind kind) {
        return new PlannedFault(number, kind, 0, Duration.ZERO, Duration.ofSeconds(5));
    }
}
