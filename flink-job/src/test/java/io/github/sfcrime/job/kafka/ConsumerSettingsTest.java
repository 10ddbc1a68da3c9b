package io.github.sfcrime.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.NeededFields;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerSettingsTest {

    @ParameterizedTest
    @CsvSource({"earliest, false, true", "latest, true, false", "group, false, false"})
    void theyAreWhatTheConnectorMakesOfThem(String start, boolean bounded, boolean failOnDataLoss) throws Exception {
        Properties client = new Properties();
        client.setProperty("max.poll.records", "20");
        KafkaSettings settings = settings(start, bounded, failOnDataLoss, client);

        assertThat(ConsumerSettings.all(settings)).isEqualTo(asTheConnectorHasThem(settings));
        assertThat(ConsumerSettings.all(settings))
                .containsEntry("max.poll.records", "20")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("group.id", "test");
    }

    private static KafkaSettings settings(String start, boolean bounded, boolean failOnDataLoss, Properties client) {
        return new KafkaSettings(
                "localhost:9092",
                "crime_data",
                "test",
                new StartingOffsets(start),
                bounded,
                Duration.ofMinutes(1),
                null,
                failOnDataLoss,
                KafkaSettings.Delivery.AT_LEAST_ONCE,
                null,
                client);
    }

    private static Object asTheConnectorHasThem(KafkaSettings settings) throws Exception {
        Field connector = CallSource.class.getDeclaredField("kafka");
        connector.setAccessible(true);
        Field properties = KafkaSource.class.getDeclaredField("props");
        properties.setAccessible(true);
        return properties.get(
                connector.get(new CallSource(settings, new CallReading(new NeededFields(false, false), null))));
    }
}
