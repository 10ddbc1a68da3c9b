package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.Port;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a stack's Flink session cluster is started.
 *
 * @param restPort where the dashboard and the REST interface listen
 * @param jobManagers how many JobManager processes: one, or several of which one leads, and a ZooKeeper beside them
 * @param taskManagers how many TaskManager processes
 * @param flink Flink's settings, which override this stack's
 */
public record ClusterSettings(Port restPort, int jobManagers, int taskManagers, Map<String, String> flink) {

    public ClusterSettings {
        if (jobManagers < 1) {
            throw new IllegalArgumentException("a cluster needs at least one JobManager: " + jobManagers);
        }
        if (taskManagers < 1) {
            throw new IllegalArgumentException("a cluster needs at least one TaskManager: " + taskManagers);
        }
        flink = Map.copyOf(flink);
    }

    /** One JobManager, one TaskManager, the dashboard on any free port. */
    public static ClusterSettings onFreePort() {
        return new ClusterSettings(Port.any(), 1, 1, Map.of());
    }

    /** The same, on a port that is free now. */
    public ClusterSettings onChosenPort() {
        return new ClusterSettings(
                Port.exactly(restPort.choose("the Flink dashboard")), jobManagers, taskManagers, flink);
    }

    /** The same with that many JobManager processes. */
    public ClusterSettings jobManagers(int number) {
        return new ClusterSettings(restPort, number, taskManagers, flink);
    }

    /** Whether another JobManager goes on when the one that leads is gone. */
    boolean isHighlyAvailable() {
        return jobManagers > 1;
    }

    /** The same with that many TaskManager processes. */
    public ClusterSettings taskManagers(int number) {
        return new ClusterSettings(restPort, jobManagers, number, flink);
    }

    /** The same with one more of Flink's settings. */
    public ClusterSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(flink);
        more.put(key, value);
        return new ClusterSettings(restPort, jobManagers, taskManagers, more);
    }
}
