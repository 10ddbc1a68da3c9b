package io.github.sfcrime.benchmarks.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.benchmarks.flink.SubmittedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes from the source to the operator that is reached last, in milliseconds, as Flink's latency markers tell
 * of the last 128 of them: they queue with the records and so tell what waiting adds, not what windows and checkpoints do.
 *
 * @param meanMillis mean
 * @param medianMillis median
 */
record ProcessingDelay(double meanMillis, double medianMillis) {

    /** Of a job that runs, averaged over parallel instances; null where its cluster sends no markers. */
    static @Nullable ProcessingDelay of(SubmittedJob job) {
        OptionalDouble mean = greatest(job, ".latency_mean");
        OptionalDouble median = greatest(job, ".latency_median");
        return mean.isEmpty() || median.isEmpty()
                ? null
                : new ProcessingDelay(mean.getAsDouble(), median.getAsDouble());
    }

    private static OptionalDouble greatest(SubmittedJob job, String figure) {
        List<Double> values = new ArrayList<>();
        for (JsonNode vertex : job.get("").path("vertices")) {
            String metrics = "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode metric : job.get(metrics)) {
                String name = metric.path("id").asText();
                if (name.startsWith("latency.source_id.") && name.endsWith(figure)) {
                    JsonNode asked = job.get(metrics + "?agg=avg&get=" + name);
                    values.add(asked.path(0).path("avg").asDouble());
                }
            }
        }
        return values.stream().mapToDouble(value -> value).max();
    }
}
