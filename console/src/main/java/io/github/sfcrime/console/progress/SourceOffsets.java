package io.github.sfcrime.console.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** The offsets of the job's Kafka sources, from their metrics. */
final class SourceOffsets {

    /** The metric of the last offset that was read; -1 before the first. */
    static final String METRIC = ".*\\.KafkaSourceReader\\.topic\\.(.+)\\.partition\\.(\\d+)\\.currentOffset";

    private static final Pattern NAME = Pattern.compile(METRIC);

    private SourceOffsets() {}

    /** The next offset to read of each partition; -1 where nothing was read yet. */
    static Map<TopicPartition, Long> next(JobMetrics metrics, Collection<String> topics) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (JobMetrics.Metric metric : metrics.all()) {
            Matcher name = NAME.matcher(metric.id());
            if (name.matches()) {
                TopicPartition partition =
                        new TopicPartition(topic(name.group(1), topics), Integer.parseInt(name.group(2)));
                long read = (long) metric.max();
                next.merge(partition, read < 0 ? -1 : read + 1, Math::max);
            }
        }
        return next;
    }

    /** Flink's REST interface replaces each dot of a topic's name by an underscore. */
    private static String topic(String shown, Collection<String> topics) {
        return topics.contains(shown)
                ? shown
                : topics.stream()
                        .filter(topic -> topic.replace('.', '_').equals(shown))
                        .findFirst()
                        .orElse(shown);
    }
}
