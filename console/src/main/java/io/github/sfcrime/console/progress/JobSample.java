package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.cli.flink.JobGoneException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The state of a job at one moment.
 *
 * @param job Flink's JSON about the job and its vertices
 * @param checkpoints Flink's JSON about its checkpoints
 * @param stateSizes bytes in the last checkpoint, by vertex
 * @param next the next offset to read of each partition
 * @param ends the end offset of each partition
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
     * Asks Flink and Kafka. A request makes Flink fetch its metrics again, but returns the old values: so they are
     * requested twice, and Kafka is asked at the time of the fetch.
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
                // The checkpoint has been subsumed since: the next report has sizes.
                return sizes;
            }
        }
        return sizes;
    }
}
