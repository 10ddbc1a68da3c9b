package io.github.sfcrime.console.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The reports on the topics that a job reads. */
final class SourceReports {

    private SourceReports() {}

    static List<ProgressReport.Source> between(JobSample before, JobSample now) {
        return now.next().keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .sorted()
                .map(topic -> new ProgressReport.Source(
                        "Kafka topic " + topic,
                        offsets(before.next(), topic),
                        offsets(now.next(), topic),
                        offsets(now.ends(), topic),
                        lag(now, topic)))
                .toList();
    }

    private static Map<String, Map<Integer, Long>> offsets(Map<TopicPartition, Long> offsets, String topic) {
        Map<Integer, Long> ofTopic = new TreeMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topic) && offset >= 0) {
                ofTopic.put(partition.partition(), offset);
            }
        });
        return Map.of(topic, ofTopic);
    }

    private static long lag(JobSample now, String topic) {
        return now.next().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(entry ->
                        Math.max(0, now.ends().getOrDefault(entry.getKey(), 0L) - Math.max(0, entry.getValue())))
                .sum();
    }

    /** The growth of offsets, summed over all partitions. */
    static long growth(Map<TopicPartition, Long> before, Map<TopicPartition, Long> now) {
        long growth = 0;
        for (Map.Entry<TopicPartition, Long> entry : now.entrySet()) {
            long earlier = before.getOrDefault(entry.getKey(), entry.getValue());
            growth += Math.max(0, entry.getValue() - Math.max(0, earlier));
        }
        return growth;
    }
}
