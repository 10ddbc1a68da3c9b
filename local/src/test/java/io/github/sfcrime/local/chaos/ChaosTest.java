package io.github.sfcrime.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.stack.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of faults on a real stack, in each delivery. */
@Tag("full")
class ChaosTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(
                        Delivery.AT_LEAST_ONCE,
                        List.of(FaultKind.TASKMANAGER_KILL, FaultKind.LOADER_KILL, FaultKind.PARTITION_ADDED)),
                Arguments.of(
                        Delivery.EXACTLY_ONCE,
                        List.of(
                                FaultKind.TASKMANAGER_KILL,
                                FaultKind.BROKER_KILL,
                                FaultKind.SAVEPOINT,
                                FaultKind.OUTAGE,
                                FaultKind.RETENTION)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyFaultEndsAsItsKindDeclares(Delivery delivery, List<FaultKind> kinds) throws Exception {
        ChaosSettings settings = new ChaosSettings(
                kinds, 1, kinds.size(), Duration.ofHours(1), delivery, 1, 200, false, folder.toRealPath());

        Report report = new ChaosRun(
                        settings,
                        new Evidence(settings.folder()),
                        System.out::println,
                        round -> System.out.println(round.line()))
                .run();

        assertThat(report.differences()).isEmpty();
        assertThat(report.isAsDeclared()).as(report.toJson()).isTrue();
    }
}
