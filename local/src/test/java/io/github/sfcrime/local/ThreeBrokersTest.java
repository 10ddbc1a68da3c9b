package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack with three brokers, any of which may be gone. */
class ThreeBrokersTest {

    private static final List<String> ALL = List.of("broker", "broker-2", "broker-3");

    @TempDir
    private Path directory;

    @Test
    void recordsAreWrittenWhicheverBrokerIsGone() throws Exception {
        try (Stack stack = Stack.in(directory)) {
            stack.startBroker(BrokerSettings.onFreePort().brokers(3));
            assertThat(stack.processes().runningNames()).containsExactlyElementsOf(ALL);
            Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
            try (Admin admin = Admin.create(settings);
                    KafkaProducer<byte[], byte[]> producer =
                            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                Topics.createIfMissing(admin, Topic.CRIME_DATA, 3);
                for (String broker : ALL) {
                    stack.processes().kill(broker);
                    for (int partition = 0; partition < 3; partition++) {
                        producer.send(new ProducerRecord<>(Topic.CRIME_DATA.name(), partition, null, new byte[1]))
                                .get();
                    }
                    stack.processes().startAgain(broker);
                    awaitEveryReplica(admin);
                }
            }
        }
        assertThatThrownBy(() -> {
                    try (Stack stack = Stack.in(directory)) {
                        stack.startBroker(BrokerSettings.onFreePort());
                    }
                })
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("its topics are those of 3: start as many");
    }

    @Test
    void twoBrokersAreNoSaferThanOneAndRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerSettings.onFreePort().brokers(2))
                .withMessage("brokers must be 1, or at least 3 so that a majority is left when one is gone: 2");
    }

    private static void awaitEveryReplica(Admin admin) {
        await("all replicas")
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> partitions(admin).stream()
                        .allMatch(partition -> partition.isr().size() == ALL.size()));
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws Exception {
        String topic = Topic.CRIME_DATA.name();
        return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .partitions();
    }
}
