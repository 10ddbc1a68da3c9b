package io.github.sfcrime.benchmarks.flink;

import io.github.sfcrime.local.stack.ClusterSettings;

/** The cluster of a Flink job that is compared with others. */
public final class ComparableCluster {

    /** Gives the TaskManager a heap of 2 GB, as the other contenders have, and 128 MB of managed memory for windows in SQL. */
    private static final String TASK_MANAGER_MEMORY = "3098m";

    private ComparableCluster() {}

    /** One TaskManager, whose metrics are fresh. */
    public static ClusterSettings withSlots(int slots) {
        return ClusterSettings.onFreePort()
                .with("taskmanager.memory.process.size", TASK_MANAGER_MEMORY)
                .with("taskmanager.numberOfTaskSlots", Integer.toString(slots))
                .with("metrics.fetcher.update-interval", "500");
    }
}
