package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.WindowShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {

    @Test
    void theDefaultsCountHoursFromALocalBroker() {
        assertThat(JobArguments.parse())
                .isEqualTo(new JobSettings(
                        "localhost:9092",
                        "crime_data",
                        "sfcrime",
                        WindowShape.tumbling(Duration.ofHours(1)),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60),
                        new StartingOffsets("earliest"),
                        false,
                        Join.LEFT,
                        new Properties()));
    }

    @Test
    void everySettingIsTakenUp(@TempDir Path directory) throws Exception {
        Path kafkaConfig = Files.writeString(directory.resolve("kafka.properties"), "security.protocol=SSL\n");
        Properties kafka = new Properties();
        kafka.put("security.protocol", "SSL");

        assertThat(JobArguments.parse(
                        "--bootstrap-servers", "kafka:9093",
                        "--topic", "calls",
                        "--group-id", "counters",
                        "--window", "P1D",
                        "--slide", "PT6H",
                        "--watermark-bound", "PT3H",
                        "--idleness", "PT5M",
                        "--start", "2018-10-02T09:00:00Z",
                        "--bounded", "true",
                        "--join", "inner",
                        "--kafka-config", kafkaConfig.toString()))
                .isEqualTo(new JobSettings(
                        "kafka:9093",
                        "calls",
                        "counters",
                        WindowShape.hopping(Duration.ofDays(1), Duration.ofHours(6)),
                        Duration.ofHours(3),
                        Duration.ofMinutes(5),
                        new StartingOffsets("2018-10-02T09:00:00Z"),
                        true,
                        Join.INNER,
                        kafka));
        assertThat(JobArguments.parse("--window", "P1D", "--cumulate", "PT1H").window())
                .isEqualTo(WindowShape.cumulating(Duration.ofDays(1), Duration.ofHours(1)));
        assertThat(JobArguments.parse("--bounded").bounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--window|an hour|window must be an ISO 8601 duration such as PT1H, PT10M or P1D: an hour",
                "--window|PT7H|window must divide a day or be whole days: PT7H",
                "--watermark-bound|PT-1S|watermark-bound must not be negative: PT-1S",
                "--idleness|PT0S|idleness must be positive: PT0S",
                "--topic|' '|'topic must not be empty:  '",
                "--topic|crime_data_late|topic must not be one that the job writes to: crime_data_late",
                "--window|P4000D|window must be 366 days at most: PT96000H",
                "--watermark-bound|P4000D|watermark-bound must be a year at most: PT96000H",
                "--start|yesterday|start must be earliest, latest, group or an instant such as 2018-10-02T09:00:00Z: yesterday",
                "--bounded|perhaps|bounded must be true or false: perhaps",
                "--join|outer|join must be left or inner: outer",
                "--kafka-config|/nowhere/at.all|kafka-config must be a properties file that can be read: /nowhere/at.all",
            })
    void aValueThatIsNotOneIsNamedWithItsRule(String setting, String value, String message) {
        assertThatThrownBy(() -> JobArguments.parse(setting, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownSettingIsAnErrorThatNamesTheNearest() {
        assertThatThrownBy(() -> JobArguments.parse("--watermark-bond", "PT1M"))
                .hasMessageStartingWith("unknown setting --watermark-bond, did you mean --watermark-bound? All: ");
    }

    @Test
    void aSettingWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> JobArguments.parse("--topic", "--bounded")).hasMessage("a value must follow: --topic");
    }

    @Test
    void windowsAreNotCutIntoMoreSlicesThanCanBePutTogether() {
        assertThatThrownBy(() -> JobArguments.parse("--window", "P1D", "--cumulate", "PT1S"))
                .hasMessage("cumulate must not cut the window into more than 10000 slices: PT1S");
    }

    @Test
    void windowsHopOrGrowButNotBoth() {
        assertThatThrownBy(() -> JobArguments.parse("--slide", "PT10M", "--cumulate", "PT10M"))
                .hasMessage("slide and cumulate exclude each other: a window hops or it grows");
    }
}
