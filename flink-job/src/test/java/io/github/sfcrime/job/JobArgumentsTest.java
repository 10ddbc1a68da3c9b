package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FileSettings;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.StartingOffsets;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.RegistrySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {

    @Test
    void theDefaultsCountHoursFromALocalBroker() {
        assertThat(JobArguments.parse())
                .isEqualTo(new JobSettings(
                        new KafkaSettings(
                                "localhost:9092",
                                "crime_data",
                                "sfcrime",
                                new StartingOffsets("earliest"),
                                false,
                                Duration.ofMinutes(1),
                                null,
                                true,
                                KafkaSettings.Delivery.AT_LEAST_ONCE,
                                null,
                                new Properties()),
                        new EventTime(TimeSource.EVENT, Duration.ofMinutes(10), Duration.ofSeconds(60), null),
                        new Admission(CallFilter.ALL, Admission.BadRecords.DEAD_LETTER, Admission.BadRecords.FAIL),
                        Duration.ofHours(1),
                        null,
                        new Counting(
                                EnumSet.of(Query.COUNTS),
                                WindowShape.tumbling(Duration.ofHours(1)),
                                Duration.ZERO,
                                TimeSource.EVENT,
                                RadioCodes.builtIn(),
                                10,
                                Map.of(),
                                Duration.ofSeconds(1),
                                null),
                        Join.LEFT,
                        List.of("kafka"),
                        new Properties(),
                        new FileSettings(null, Set.of(FileContent.ROWS))));
    }

    @Test
    void everySettingIsTakenUp(@TempDir Path directory) throws Exception {
        Path kafkaConfig = Files.writeString(directory.resolve("kafka.properties"), "security.protocol=SSL\n");
        Properties kafka = new Properties();
        kafka.put("security.protocol", "SSL");
        Path registryConfig =
                Files.writeString(directory.resolve("registry.properties"), "basic.auth.user.info=user:secret\n");
        Path postgresConfig = Files.writeString(directory.resolve("postgres.properties"), "user=sfcrime\n");
        Properties postgres = new Properties();
        postgres.put("user", "sfcrime");
        Path radioCodes = Files.writeString(directory.resolve("codes.json"), """
                [{"disposition_code": "HAN", "description": "Handled"}]""");

        assertThat(JobArguments.parse(
                        "--bootstrap-servers", "kafka:9093",
                        "--topic", "calls",
                        "--group-id", "counters",
                        "--start", "2018-10-02T09:00:00Z",
                        "--bounded", "true",
                        "--partition-discovery", "PT10S",
                        "--max-records-per-second", "20000",
                        "--fail-on-data-loss", "false",
                        "--delivery", "exactly-once",
                        "--schema-registry", "http://localhost:8081",
                        "--schema-registry-config", registryConfig.toString(),
                        "--kafka-config", kafkaConfig.toString(),
                        "--time", "kafka",
                        "--watermark-bound", "3h",
                        "--idleness", "PT5M",
                        "--alignment", "2d",
                        "--types", "Passing Call, Trespasser",
                        "--from", "2018-10-02",
                        "--to", "2018-10-03T12:00",
                        "--on-bad-record", "fail",
                        "--on-unknown-schema", "dead-letter",
                        "--future-bound", "none",
                        "--deduplicate", "PT48H",
                        "--query", "top-types,totals",
                        "--window", "P1D",
                        "--slide", "PT6H",
                        "--allowed-lateness", "PT2H",
                        "--radio-codes", radioCodes.toString(),
                        "--top", "3",
                        "--goal", "A=8m",
                        "--goal", "B=PT20M",
                        "--emit-interval", "PT0S",
                        "--join", "inner",
                        "--sink", "kafka,postgres,files",
                        "--postgres-config", postgresConfig.toString(),
                        "--files", "/rows",
                        "--files-of", "rows,calls"))
                .isEqualTo(new JobSettings(
                        new KafkaSettings(
                                "kafka:9093",
                                "calls",
                                "counters",
                                new StartingOffsets("2018-10-02T09:00:00Z"),
                                true,
                                Duration.ofSeconds(10),
                                20_000,
                                false,
                                KafkaSettings.Delivery.EXACTLY_ONCE,
                                new RegistrySettings(
                                        "http://localhost:8081", Map.of("basic.auth.user.info", "user:secret")),
                                kafka),
                        new EventTime(TimeSource.KAFKA, Duration.ofHours(3), Duration.ofMinutes(5), Duration.ofDays(2)),
                        new Admission(
                                new CallFilter(
                                        Set.of("Passing Call", "Trespasser"),
                                        LocalDateTime.parse("2018-10-02T00:00"),
                                        LocalDateTime.parse("2018-10-03T12:00")),
                                Admission.BadRecords.FAIL,
                                Admission.BadRecords.DEAD_LETTER),
                        null,
                        Duration.ofDays(2),
                        new Counting(
                                EnumSet.of(Query.TOP_TYPES, Query.TOTALS),
                                WindowShape.hopping(Duration.ofDays(1), Duration.ofHours(6)),
                                Duration.ofHours(2),
                                TimeSource.KAFKA,
                                Map.of("HAN", "Handled"),
                                3,
                                Map.of("A", Duration.ofMinutes(8), "B", Duration.ofMinutes(20)),
                                Duration.ZERO,
                                null),
                        Join.INNER,
                        List.of("kafka", "postgres", "files"),
                        postgres,
                        new FileSettings("/rows", Set.of(FileContent.ROWS, FileContent.CALLS))));
        assertThat(JobArguments.parse("--window", "P1D", "--cumulate", "PT1H")
                        .counting()
                        .shape())
                .isEqualTo(WindowShape.cumulating(Duration.ofDays(1), Duration.ofHours(1)));
        assertThat(JobArguments.parse("--bounded").kafka().bounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--window|an hour|Invalid value for option '--window': is no duration such as 5s, 10m, 1h, 7d or PT1H30M: an hour",
                "--window|PT7H|window must divide a day or be whole days: PT7H",
                "--watermark-bound|PT-1S|watermark-bound must not be negative: PT-1S",
                "--idleness|PT0S|idleness must be positive: PT0S",
                "--alignment|PT0S|alignment must be positive: PT0S",
                "--topic|' '|topic must not be empty",
                "--topic|crime_data_late|topic must not be one that the job writes to: crime_data_late",
                "--window|P4000D|window must be 366 days at most: PT96000H",
                "--watermark-bound|P4000D|watermark-bound must be a year at most: PT96000H",
                "--start|yesterday|start must be earliest, available, latest, group or an instant such as 2018-10-02T09:00:00Z: yesterday",
                "--max-records-per-second|0|max-records-per-second must be positive: 0",
                "--bounded|perhaps|Unmatched argument at index 1: 'perhaps' (--help lists all)",
                "--join|outer|Invalid value for option '--join': is none of left, inner: outer",
                "--delivery|twice|Invalid value for option '--delivery': is none of at-least-once, exactly-once: twice",
                "--query|counts,sums|'query must be one or several of counts, types, top-types, dispositions, places, districts, response-times, unusual, open-calls, totals: sums'",
                "--query|,|'query must name one: ,'",
                "--top|many|Invalid value for option '--top': 'many' is not an int",
                "--goal|8m|Value for option option '--goal' (PRIORITY=DURATION) should be in KEY=VALUE format but was 8m",
                "--goal|A=0s|goal must be positive: A=PT0S",
                "--top|0|top must be positive: 0",
                "--emit-interval|PT-1S|emit-interval must not be negative: PT-1S",
                "--allowed-lateness|PT-1S|allowed-lateness must not be negative: PT-1S",
                "--future-bound|PT-1S|future-bound must not be negative: PT-1S",
                "--deduplicate|PT10M|'deduplicate must be at least as long as a window takes calls, PT1H: PT10M'",
                "--emit-interval|PT0.0005S|emit-interval must be zero or at least a millisecond: PT0.0005S",
                "--future-bound|P99999D|Invalid value for option '--future-bound': is longer than a century: P99999D",
                "--deduplicate|PT0S|deduplicate must be positive: PT0S",
                "--updates|PT0S|updates must be positive: PT0S",
                "--updates|PT10M|'updates must be at least as long as a window takes calls, PT1H: PT10M'",
                "--query|open-calls|'open-calls needs updates, which says how long a call is remembered, as in --updates 3d: no updates'",
                "--from|yesterday|Invalid value for option '--from': is not a day or wall-clock time such as 2018-10-02 or 2018-10-02T09:00: yesterday",
                "--topic|crime_totals|topic must not be one that the job writes to: crime_totals",
                "--sink|disk|'sink must be among [kafka, postgres, files]: [disk]'",
                "--files-of|sums|Invalid value for option '--files-of' (<filesOf>): is none of rows, calls: sums",
                "--files-of|calls|'files-of calls is about the sink files, which must be among the sinks: [kafka]'",
                "--kafka-config|/nowhere/at.all|Invalid value for option '--kafka-config': is no properties file that can be read: /nowhere/at.all",
            })
    void aValueThatIsNotOneIsNamedWithItsRule(String setting, String value, String message) {
        assertThatThrownBy(() -> JobArguments.parse(setting, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"1h,,", "7d,,", "7d,1d,", "1d,,1h"})
    void whatIsUnusualCanBeAskedOfWindowsThatAreTheSameEachWeek(
            String window, @Nullable String slide, @Nullable String cumulate) {
        assertThat(unusual(window, slide, cumulate).counting().asks(Query.UNUSUAL))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2d,,", "14d,7d,", "2d,,1h"})
    void whatIsUnusualCannotBeAskedOfOthers(String window, @Nullable String slide, @Nullable String cumulate) {
        assertThatThrownBy(() -> unusual(window, slide, cumulate))
                .hasMessageStartingWith(
                        "for unusual, windows must be the same each week and a week long at most, as those of 1h, 1d and 7d are: PT");
    }

    private static JobSettings unusual(String window, @Nullable String slide, @Nullable String cumulate) {
        List<String> arguments = new ArrayList<>(List.of("--query", "unusual", "--window", window));
        if (slide != null) {
            arguments.addAll(List.of("--slide", slide));
        }
        if (cumulate != null) {
            arguments.addAll(List.of("--cumulate", cumulate));
        }
        return JobArguments.parse(arguments.toArray(String[]::new));
    }

    @Test
    void rowsGoSomewhere() {
        assertThatThrownBy(() -> JobArguments.parse("--sink", "files", "--files", "/calls", "--files-of", "calls"))
                .hasMessage("files-of must have rows where files is the only sink, or they would be nowhere: [CALLS]");
    }

    @Test
    void anUnknownSettingIsAnErrorThatNamesTheNearest() {
        assertThatThrownBy(() -> JobArguments.parse("--watermark-bond", "PT1M"))
                .hasMessage(
                        "Unknown options: '--watermark-bond', 'PT1M', did you mean --watermark-bound? (--help lists all)");
    }

    @Test
    void aSettingWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> JobArguments.parse("--topic", "--bounded"))
                .hasMessage("Expected parameter for option '--topic' but found '--bounded'");
    }

    @Test
    void windowsAreNotCutIntoMoreSlicesThanCanBePutTogether() {
        assertThatThrownBy(() -> JobArguments.parse("--window", "P1D", "--cumulate", "PT1S"))
                .hasMessage("cumulate must not cut the window into more than 10000 slices: PT1S");
    }

    @Test
    void windowsHopOrGrowButNotBoth() {
        assertThatThrownBy(() -> JobArguments.parse("--slide", "PT10M", "--cumulate", "PT10M"))
                .hasMessage("slide and cumulate exclude each other: windows are hopping or cumulating");
    }
}
