package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.FlinkRest;
import io.github.sfcrime.cli.JobGoneException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job stands at one moment.
 *
 * @param job what Flink says of it and of its vertices
 * @param checkpoints what Flink says of them
 * @param stateSizes bytes in the last checkpoint, by vertex
 * @param next the offset of each partition that is to be read next
 * @param ends the offset that the next record of each partition gets
 */
record JobSample(
        Instant time,
        long nanoTime,
        JsonNode job,
        JsonNode checkpoints,
        Map<String, Long> stateSizes,
        long restarts,
        JobMetrics metrics,
        Map<TopicPartition, Long> next,
        Map<TopicPartition, Long> ends) {

    private static final long FETCHED_WITHIN_MILLIS = 300;

    /**
     * Asks Flink and Kafka. A question makes Flink fetch its metrics anew, but is answered with what was there before: so
     * they are asked for twice, and Kafka at the time of the fetch.
     */
    static JobSample take(FlinkRest rest, KafkaOffsets kafka, RunningJob job) throws IOException, InterruptedException {
        JsonNode details = job.details(rest);
        Set<String> topics = kafka.topics();
        JobMetrics earlier = JobMetrics.read(rest, job, details.path("vertices"));
        Instant time = Instant.now();
        long nanoTime = System.nanoTime();
        Map<TopicPartition, Long> ends =
                kafka.ends(SourceOffsets.next(earlier, topics).keySet());
        Map<TopicPartition, Long> committed = kafka.committed();
        Thread.sleep(FETCHED_WITHIN_MILLIS);
        JobMetrics metrics = JobMetrics.read(rest, job, details.path("vertices"));
        Map<TopicPartition, Long> next = SourceOffsets.next(metrics, topics);
        next.replaceAll((partition, offset) -> offset < 0 ? committed.getOrDefault(partition, offset) : offset);
        JsonNode checkpoints = rest.get(job.path() + "/checkpoints");
        return new JobSample(
                time,
                nanoTime,
                details,
                checkpoints,
                stateSizes(rest, job, checkpoints),
                rest.get(job.path() + "/metrics?get=numRestarts")
                        .path(0)
                        .path("value")
                        .asLong(),
                metrics,
                next,
                ends);
    }

    private static Map<String, Long> stateSizes(FlinkRest rest, RunningJob job, JsonNode checkpoints)
            throws IOException {
        JsonNode latest = checkpoints.path("latest").path("completed").path("id");
        Map<String, Long> sizes = new HashMap<>();
        if (latest.isNumber()) {
            try {
                for (Map.Entry<String, JsonNode> task : rest.get(job.path() + "/checkpoints/details/" + latest.asLong())
                        .path("tasks")
                        .properties()) {
                    sizes.put(task.getKey(), task.getValue().path("state_size").asLong());
                }
            } catch (JobGoneException subsumed) {
                // Newer checkpoints have replaced it since: the next report has their sizes.
                return sizes;
            }
        }
        return sizes;
    }
}
