package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LimitRateTest {

    @Test
    void recordsPassNoFasterThanTheShareOfAConsumer() {
        long begun = System.nanoTime();
        try (LimitRate limit = limit(LimitRate.shared(2_000, 2, new Properties()))) {
            ConsumerRecords<byte[], byte[]> hundred = records(100);
            assertThat(limit.onConsume(hundred)).isSameAs(hundred);
            limit.onConsume(hundred);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000L);
        }
    }

    @Test
    void aPollTakesATenthOfASecondsRecordsAtMost() {
        Properties client = new Properties();
        assertThat(LimitRate.shared(1_000, 2, client)).containsEntry("max.poll.records", "50");
        assertThat(LimitRate.shared(3, 1, client)).containsEntry("max.poll.records", "1");
        assertThat(LimitRate.shared(1_000_000, 1, client)).containsEntry("max.poll.records", "2000");
        client.setProperty("max.poll.records", "20");
        assertThat(LimitRate.shared(1_000, 2, client)).containsEntry("max.poll.records", "20");
    }

    @Test
    void interceptorsOfTheUserStay() {
        Properties client = new Properties();
        client.setProperty("interceptor.classes", "org.example.Trace");
        assertThat(LimitRate.shared(10, 1, client))
                .containsEntry("interceptor.classes", "org.example.Trace," + LimitRate.class.getName());
    }

    private static LimitRate limit(Properties properties) {
        Map<String, Object> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put((String) name, value));
        LimitRate limit = new LimitRate();
        limit.configure(settings);
        return limit;
    }

    private static ConsumerRecords<byte[], byte[]> records(int number) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, number)
                .mapToObj(offset -> new ConsumerRecord<>("crime_data", 0, offset, new byte[0], new byte[0]))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("crime_data", 0), records), Map.of());
    }
}
