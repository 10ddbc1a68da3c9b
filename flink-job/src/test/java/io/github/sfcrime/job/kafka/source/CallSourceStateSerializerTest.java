package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSourceStateSerializerTest {

    private final CallSourceStateSerializer serializer =
            new CallSourceStateSerializer(new KafkaSourceEnumStateSerializer());

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "lDrMbsDzSDyGXjxLe1bgpA")
    void whatIsWrittenIsRead(@Nullable String topicId) throws Exception {
        KafkaPartitionSplit partition = new KafkaPartitionSplit(new TopicPartition("crime_data", 3), 49);
        CallSourceState state = new CallSourceState(
                "crime_data", topicId, new KafkaSourceEnumState(List.of(partition), List.of(), true));

        CallSourceState read = serializer.deserialize(serializer.getVersion(), serializer.serialize(state));

        assertThat(read.topic()).isEqualTo("crime_data");
        assertThat(read.topicId()).isEqualTo(topicId);
        assertThat(read.partitions().assignedSplits()).containsExactly(partition);
        assertThat(read.partitions().initialDiscoveryFinished()).isTrue();
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read the state of the source of calls: this version knows 1: 2");
    }
}
