package io.github.sfcrime.benchmarks.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One metric of a running job, summed over all operators that have it. Once it is above 0 it is only asked for; until then
 * it is looked for each time, because operators show up one after the other.
 */
final class JobMetric {

    private final FlinkRest rest;
    private final String job;
    private final Pattern name;
    private List<String> questions = List.of();

    /** The metrics in whose names {@code name} is found. */
    JobMetric(FlinkRest rest, String job, Pattern name) {
        this.rest = rest;
        this.job = job;
        this.name = name;
    }

    /** What it is as of the last time that the JobManager asked its TaskManagers; 0 where there is none yet. */
    long value() {
        if (questions.isEmpty()) {
            questions = questions();
        }
        long value = questions.stream()
                .mapToLong(question -> rest.get(question).path(0).path("sum").asLong())
                .sum();
        if (value == 0) {
            questions = List.of();
        }
        return value;
    }

    private List<String> questions() {
        List<String> found = new ArrayList<>();
        for (JsonNode vertex : rest.get("/jobs/" + job).path("vertices")) {
            String metrics = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode metric : rest.get(metrics)) {
                String id = metric.path("id").asText();
                if (name.matcher(id).find()) {
                    found.add(metrics + "?agg=sum&get=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }
}
