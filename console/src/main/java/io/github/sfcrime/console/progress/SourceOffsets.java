package io.github.sfcrime.console.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** How far the job's Kafka sources have read, as they say themselves. */
final class SourceOffsets {

    /** The offset of the record that was read last; -1 before the first. */
    static final String METRIC = ".*\\.KafkaSourceReader\\.topic\\.(.+)\\.partition\\.(\\d+)\\.currentOffset";

    private static final Pattern NAME = Pattern.compile(METRIC);

    private SourceOffsets() {}

    /** The offsets that are to be read next; -1 where nothing was read yet. */
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

    /** Flink's REST interface has an underscore for each dot of a topic's name. */
    private static String topic(String shown, Collection<String> topics) {
        return topics.contains(shown)
                ? shown
                : topics.stream()
                        .filter(topic -> topic.replace('.', '_').equals(shown))
                        .findFirst()
                        .orElse(shown);
    }
}
