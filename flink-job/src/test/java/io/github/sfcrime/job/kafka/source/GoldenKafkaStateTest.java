package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.internal.TransactionOwnership;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Bytes that savepoints have of the Kafka source and sinks: what once was written stays readable, by this project's classes
 * and by the connector's. A whole savepoint would not do: the topic's id in it is that of a broker which is gone.
 */
class GoldenKafkaStateTest {

    private static final KafkaPartitionSplit SPLIT = new KafkaPartitionSplit(new TopicPartition("crime_data", 3), 49);

    @Test
    void theSourcesTopicAndItsPartitions() throws Exception {
        CallSourceState state = new CallSourceStateSerializer(new KafkaSourceEnumStateSerializer())
                .deserialize(
                        1,
                        bytes(
                                "000a6372696d655f6461746100166c44724d6273447a53447947586a784c6531626770410000000300000001"
                                        + "0000000000000020000a6372696d655f6461746100000003000000000000003180000000000000000000000001"));

        assertThat(state.topic()).isEqualTo("crime_data");
        assertThat(state.topicId()).isEqualTo("lDrMbsDzSDyGXjxLe1bgpA");
        assertThat(state.partitions().assignedSplits()).containsExactly(SPLIT);
        assertThat(state.partitions().initialDiscoveryFinished()).isTrue();
    }

    @Test
    void aReadersPartitionAndOffset() throws Exception {
        assertThat(new KafkaPartitionSplitSerializer()
                        .deserialize(0, bytes("000a6372696d655f646174610000000300000000000000318000000000000000")))
                .isEqualTo(SPLIT);
    }

    @Test
    void aSinksTransactions() throws Exception {
        SimpleVersionedSerializer<KafkaWriterState> serializer = KafkaSink.<byte[]>builder()
                .setBootstrapServers("localhost:9092")
                .setRecordSerializer((element, context, timestamp) -> null)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("sfcrime-crime_counts")
                .build()
                .getWriterStateSerializer();

        assertThat(serializer.deserialize(
                        2, bytes("001473666372696d652d6372696d655f636f756e747300000000000000020000000000000000")))
                .isEqualTo(new KafkaWriterState(
                        "sfcrime-crime_counts", 0, 2, TransactionOwnership.IMPLICIT_BY_SUBTASK_ID, List.of()));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
