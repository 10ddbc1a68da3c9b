package io.github.sfcrime.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.oracle.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short run of faults on a real stack, in each delivery. */
@Tag("full")
class ChaosTest {

    private static final List<FaultKind> KINDS = List.of(
            FaultKind.TASKMANAGER_KILL,
            FaultKind.BROKER_KILL,
            FaultKind.LOADER_KILL,
            FaultKind.SAVEPOINT,
            FaultKind.PARTITION_ADDED,
            FaultKind.RETENTION);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void everyFaultEndsAsItsKindDeclares(Delivery delivery) throws Exception {
        ChaosSettings settings =
                new ChaosSettings(KINDS, 1, KINDS.size(), Duration.ofHours(1), delivery, 1, 200, folder.toRealPath());

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
