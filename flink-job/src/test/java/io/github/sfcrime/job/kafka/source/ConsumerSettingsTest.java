package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.kafka.settings.ConsumerSettings;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.StartingOffsets;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
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

    /** But for the deserializers, which are the readers' own. */
    private static Properties asTheConnectorHasThem(KafkaSettings settings) throws Exception {
        Field connector = CallSource.class.getDeclaredField("kafka");
        connector.setAccessible(true);
        Field properties = KafkaSource.class.getDeclaredField("props");
        properties.setAccessible(true);
        CallSource source = new CallSource(settings, new CallReading(new NeededFields(false, false), null));
        Properties all = new Properties();
        all.putAll((Properties) properties.get(connector.get(source)));
        all.keySet().removeAll(Set.of("key.deserializer", "value.deserializer"));
        return all;
    }
}
