package io.github.sfcrime.benchmarks.sweep;

import io.github.sfcrime.local.stack.ClusterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One combination of settings.
 *
 * @param settings value by name, as the grid's file names them
 */
record Cell(SortedMap<String, String> settings) {

    private static final String SLOTS = "taskmanager.numberOfTaskSlots";

    Cell(Map<String, String> settings) {
        this(new TreeMap<>(settings));
    }

    int parallelism() {
        return Integer.parseInt(settings.getOrDefault(Factor.PARALLELISM, "1"));
    }

    /** The cluster that it needs: as many TaskManagers as give each parallel instance a slot. */
    ClusterSettings cluster() {
        Map<String, String> own = of("cluster.");
        int slots = Integer.parseInt(own.getOrDefault(SLOTS, "2"));
        ClusterSettings cluster = ClusterSettings.onFreePort()
                .taskManagers((parallelism() + slots - 1) / slots)
                .with(SLOTS, Integer.toString(slots))
                .with("metrics.fetcher.update-interval", "200")
                .with("metrics.latency.interval", "500");
        for (Map.Entry<String, String> setting : own.entrySet()) {
            cluster = cluster.with(setting.getKey(), setting.getValue());
        }
        return cluster;
    }

    /** What Flink's client takes. */
    List<String> clientOptions() {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(parallelism())));
        of("flink.").forEach((key, value) -> options.add("-D" + key + "=" + value));
        return options;
    }

    /** Properties of the job's Kafka clients. */
    Map<String, String> kafka() {
        return of("kafka.");
    }

    /** Settings of the job. */
    List<String> jobArguments() {
        List<String> arguments = new ArrayList<>();
        of("job.").forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
        return arguments;
    }

    private SortedMap<String, String> of(String kind) {
        SortedMap<String, String> chosen = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(kind)) {
                chosen.put(name.substring(kind.length()), value);
            }
        });
        return chosen;
    }
}
