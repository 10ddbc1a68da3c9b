package io.github.sfcrime.loader.send;

import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The existing topic to which calls are sent. */
final class TargetTopic {

    private final KafkaConnection kafka;
    private final String name;
    private final int partitions;

    private TargetTopic(KafkaConnection kafka, String name, int partitions) {
        this.kafka = kafka;
        this.name = name;
        this.partitions = partitions;
    }

    /**
     * The topic of that name, created where it is missing.
     *
     * @param newPartitions how many partitions a new topic gets
     */
    static TargetTopic create(KafkaConnection kafka, String name, int newPartitions) throws InterruptedException {
        int partitions = Topics.createIfMissing(kafka.admin(), Topic.CRIME_DATA.named(name), newPartitions);
        return new TargetTopic(kafka, name, partitions);
    }

    String name() {
        return name;
    }

    /** The largest record that both this client's settings and the topic's allow, in bytes. */
    int mostBytes() throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        int ours = Integer.parseInt(kafka.settings()
                .getOrDefault(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20)
                .toString()
                .strip());
        try {
            Config theirs =
                    kafka.admin().describeConfigs(List.of(resource)).all().get().get(resource);
            ConfigEntry most = theirs == null ? null : theirs.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
            return most == null ? ours : Math.min(ours, Integer.parseInt(most.value()));
        } catch (ExecutionException e) {
            // A user who may write need not be allowed to read settings.
            return ours;
        }
    }

    /** The sum of its end offsets. */
    long endOffset() throws InterruptedException {
        return endOffsets().stream().mapToLong(Long::longValue).sum();
    }

    /** The end of each partition. */
    List<Long> endOffsets() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> request = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return kafka.admin().listOffsets(request).all().get().entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().partition()))
                    .map(entry -> entry.getValue().offset())
                    .toList();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the end of topic " + name, e.getCause());
        }
    }
}
