package io.github.sfcrime.job.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.time.TimeSource;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateGuardTest {

    private static final StateSettings EVENT = StateSettings.none().with("--time", TimeSource.EVENT);
    private static final StateSettings KAFKA = StateSettings.none().with("--time", TimeSource.KAFKA);

    private final OperatorStateStore store;

    StateGuardTest() throws Exception {
        store = new DefaultOperatorStateBackendBuilder(
                        getClass().getClassLoader(), new ExecutionConfig(), false, List.of(), new CloseableRegistry())
                .build();
    }

    @Test
    void stateOfTheSameSettingsIsTakenUp() throws Exception {
        keep(EVENT);

        assertThat(StateGuard.of("the calls", EVENT, store)).isNotNull();
    }

    @Test
    void stateOfAnotherSettingEndsTheJobAndSaysWhatToDo() throws Exception {
        keep(KAFKA);

        assertThatThrownBy(() -> StateGuard.of("the calls", EVENT, store))
                .hasMessage("cannot restore the calls: the state was kept with --time kafka, and this job runs with "
                        + "--time event; go on with --time kafka, or start without the savepoint")
                .matches(problem -> ThrowableClassifier.getThrowableType(problem) == ThrowableType.NonRecoverableError);
    }

    @Test
    void daysAreToldAsDaysAndASettingThatIsNotGivenAsMissing() throws Exception {
        keep(slide(Duration.ofDays(2)));

        assertThatThrownBy(() -> StateGuard.of("the calls", slide(null), store))
                .hasMessageContaining(
                        "kept with --slide P2D, and this job runs without --slide; go on with --slide P2D,");
    }

    @Test
    void aSettingThatTheStateIsOlderThanIsNotCompared() throws Exception {
        keep(EVENT);

        assertThat(StateGuard.of("the calls", EVENT.and(slide(Duration.ofDays(1))), store))
                .isNotNull();
    }

    @Test
    void aSettingOfALaterVersionIsRefused() throws Exception {
        keep(EVENT.and(slide(Duration.ofDays(1))));

        assertThatThrownBy(() -> StateGuard.of("the calls", EVENT, store))
                .hasMessage("cannot restore the calls: the state was kept with --slide P1D, which this version does "
                        + "not know; go on with the version that wrote it");
    }

    private static StateSettings slide(@Nullable Duration slide) {
        return StateSettings.none().with("--slide", slide);
    }

    private void keep(StateSettings settings) throws Exception {
        StateGuard.of("the calls", settings, store).snapshot();
    }
}
