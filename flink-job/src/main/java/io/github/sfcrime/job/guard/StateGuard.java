package io.github.sfcrime.job.guard;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Stores the {@link StateSettings} of an operator with its state, and refuses to restore state that was written with
 * other settings. Settings are compared by name; one that the state does not have, because it is newer, is not
 * compared.
 */
public final class StateGuard {

    private final StateSettings settings;
    private final ListState<Map<String, String>> kept;

    private StateGuard(StateSettings settings, ListState<Map<String, String>> kept) {
        this.settings = settings;
        this.kept = kept;
    }

    /**
     * The guard of an operator's state; it compares the settings with restored ones, if any.
     *
     * @param subject the name of the state in messages, such as {@code the windows of types}
     * @throws PermanentFailure if the state was written with other settings
     */
    public static StateGuard of(String subject, StateSettings settings, OperatorStateStore states) throws Exception {
        ListState<Map<String, String>> kept =
                states.getListState(new ListStateDescriptor<>("kept-under", Types.MAP(Types.STRING, Types.STRING)));
        for (Map<String, String> restored : kept.get()) {
            compare(subject, restored, settings.values());
        }
        return new StateGuard(settings, kept);
    }

    private static void compare(String subject, Map<String, String> restored, Map<String, String> now) {
        restored.forEach((name, before) -> {
            String value = now.get(name);
            if (value == null) {
                throw new PermanentFailure(
                        "cannot restore %s: the state was kept %s, which this version does not know; go on with the version that wrote it"
                                .formatted(subject, said(name, before)));
            }
            if (!value.equals(before)) {
                throw new PermanentFailure(
                        "cannot restore %s: the state was kept %s, and this job runs %s; go on %s, or start without the savepoint"
                                .formatted(subject, said(name, before), said(name, value), said(name, before)));
            }
        });
    }

    private static String said(String name, String value) {
        return value.equals(StateSettings.NONE) ? "without " + name : "with " + name + " " + value;
    }

    /** To be called in each snapshot of the operator. */
    public void snapshot() throws Exception {
        kept.update(List.of(settings.values()));
    }
}
