package io.github.sfcrime.local.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final List<FaultKind> THREE =
            List.of(FaultKind.TASKMANAGER_KILL, FaultKind.BROKER_PAUSE, FaultKind.POISON);

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(Schedule.of(7, THREE, 20)).isEqualTo(Schedule.of(7, THREE, 20));
        assertThat(Schedule.of(7, THREE, 20)).isNotEqualTo(Schedule.of(8, THREE, 20));
        assertThat(Schedule.of(7, THREE, 5)).isEqualTo(Schedule.of(7, THREE, 20).subList(0, 5));
    }

    /** What a seed means must not change: it is how a run is repeated. */
    @Test
    void aSeedMeansTheseFaults() {
        assertThat(Schedule.of(7, THREE, 4).stream().map(PlannedFault::describe))
                .containsExactly(
                        "1. after 4 s: taskmanager-kill, choice 485, lasting 5 s",
                        "2. after 4 s: poison, choice 254, lasting 60 s",
                        "3. after 0 s: broker-pause, choice 850, lasting 5 s",
                        "4. after 1 s: broker-pause, choice 911, lasting 20 s");
    }

    @Test
    void eachKindComesOnceBeforeAnyComesAgain() {
        List<FaultKind> kinds =
                Schedule.of(1, THREE, 9).stream().map(PlannedFault::kind).toList();

        for (int i = 0; i < 9; i += 3) {
            assertThat(kinds.subList(i, i + 3)).containsExactlyInAnyOrderElementsOf(THREE);
        }
    }

    @Test
    void aScheduleOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(1, List.of()))
                .withMessage("a schedule needs at least one kind of fault");
    }
}
