package io.github.sfcrime.job.kafka.source;

import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint keeps of the topic of calls beside the offsets, which are the readers'.
 *
 * @param topic its name
 * @param topicId Kafka's id of it; null where that was not known yet, or Kafka is too old to give topics ids
 * @param partitions what the connector keeps
 */
record CallSourceState(String topic, @Nullable String topicId, KafkaSourceEnumState partitions) {}
