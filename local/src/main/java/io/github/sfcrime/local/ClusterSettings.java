package io.github.sfcrime.local;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a stack's Flink session cluster is started.
 *
 * @param restPort where the dashboard and the REST interface listen
 * @param taskManagers how many TaskManager processes
 * @param flink Flink's settings, which override this stack's
 */
public record ClusterSettings(Port restPort, int taskManagers, Map<String, String> flink) {

    public ClusterSettings {
        if (taskManagers < 1) {
            throw new IllegalArgumentException("a cluster needs at least one TaskManager: " + taskManagers);
        }
        flink = Map.copyOf(flink);
    }

    /** One TaskManager, the dashboard on any free port. */
    public static ClusterSettings onFreePort() {
        return new ClusterSettings(Port.any(), 1, Map.of());
    }

    /** The same, on a port that is free now. */
    ClusterSettings onChosenPort() {
        return new ClusterSettings(Port.exactly(restPort.choose("the Flink dashboard")), taskManagers, flink);
    }

    /** The same with that many TaskManager processes. */
    public ClusterSettings taskManagers(int number) {
        return new ClusterSettings(restPort, number, flink);
    }

    /** The same with one more of Flink's settings. */
    public ClusterSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(flink);
        more.put(key, value);
        return new ClusterSettings(restPort, taskManagers, more);
    }
}
