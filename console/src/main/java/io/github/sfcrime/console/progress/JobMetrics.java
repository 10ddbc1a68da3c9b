package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The job metrics of a report, each aggregated over the parallel instances of its vertex. */
record JobMetrics(List<Metric> all) {

    /**
     * One metric of one vertex.
     *
     * @param id the names of operator and metric, as in {@code Count_windows.sfcrime.callsLate}
     */
    record Metric(String vertex, String id, double min, double max, double sum) {

        boolean isNamed(String name) {
            return id.equals(name) || id.endsWith("." + name);
        }

        String name() {
            return id.substring(id.lastIndexOf('.') + 1);
        }

        private boolean isOurs() {
            return id.contains(".sfcrime.");
        }
    }

    private static final Pattern WANTED = Pattern.compile("currentInputWatermark|busyTimeMsPerSecond"
            + "|backPressuredTimeMsPerSecond|.*\\.numRecordsSend|.*\\.sfcrime\\.\\w+|" + SourceOffsets.METRIC);

    /** Flink refuses a request line of more than 4,096 characters. */
    private static final int LONGEST_QUERY = 3_000;

    static JobMetrics read(FlinkRest rest, RunningJob job, JsonNode vertices) throws IOException {
        List<Metric> all = new ArrayList<>();
        for (JsonNode vertex : vertices) {
            String id = vertex.path("id").asText();
            String path = job.path() + "/vertices/" + id + "/subtasks/metrics";
            for (String names : queries(rest.get(path))) {
                for (JsonNode metric : rest.get(path + "?get=" + names)) {
                    all.add(new Metric(
                            id,
                            metric.path("id").asText(),
                            metric.path("min").asDouble(),
                            metric.path("max").asDouble(),
                            metric.path("sum").asDouble()));
                }
            }
        }
        return new JobMetrics(all);
    }

    /** The names of the wanted metrics, separated by commas, in requests of the length that Flink takes. */
    private static List<String> queries(JsonNode listed) {
        List<String> queries = new ArrayList<>();
        StringBuilder query = new StringBuilder();
        for (JsonNode metric : listed) {
            String id = metric.path("id").asText();
            if (WANTED.matcher(id).matches()) {
                query.append(query.isEmpty() ? "" : ",").append(URLEncoder.encode(id, StandardCharsets.UTF_8));
            }
            if (query.length() > LONGEST_QUERY) {
                queries.add(query.toString());
                query.setLength(0);
            }
        }
        if (!query.isEmpty()) {
            queries.add(query.toString());
        }
        return queries;
    }

    /** The metrics of that name, of vertices and of operators. */
    Stream<Metric> named(String name) {
        return all.stream().filter(metric -> metric.isNamed(name));
    }

    /** The job's own metrics that are amounts, summed over its operators, by name. */
    Map<String, Long> amounts() {
        return all.stream()
                .filter(metric -> metric.isOurs() && !metric.isNamed("eventTimeLag"))
                .collect(Collectors.toMap(Metric::name, JobMetrics::amount, Long::sum, TreeMap::new));
    }

    /**
     * Windows are the maximum over parallel instances, groups the sum: each has a share of the groups of every window.
     */
    private static long amount(Metric metric) {
        return (long) (metric.isNamed("windowsOpen") ? metric.max() : metric.sum());
    }
}
