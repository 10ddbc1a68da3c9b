package io.github.sfcrime.console.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Metrics as Flink's REST interface has them. */
class JobMetricsTest {

    private static final String METRICS = "/jobs/a/vertices/v/subtasks/metrics";

    @Test
    void ofManyPartitionsAsManyAreAskedForAtATimeAsFlinkTakes() throws IOException {
        List<String> offsets = IntStream.range(0, 200)
                .mapToObj(partition -> "Source__Read_calls.KafkaSourceReader.topic.police_calls.partition." + partition
                        + ".currentOffset")
                .toList();
        try (FakeFlink flink = new FakeFlink()) {
            serve(flink, offsets);
            JobMetrics metrics = JobMetrics.read(
                    flink.rest(), new RunningJob("a", "Count"), new JsonMapper().readTree("[{\"id\":\"v\"}]"));

            assertThat(metrics.all().stream().map(JobMetrics.Metric::id).toList())
                    .isEqualTo(offsets);
            assertThat(flink.asked()).hasSizeBetween(5, 10);
            assertThat(SourceOffsets.next(metrics, List.of("police.calls")))
                    .hasSize(200)
                    .containsEntry(new TopicPartition("police.calls", 199), 42L);
        }
    }

    @Test
    void amountsAreAddedUpOverOperatorsButForOpenWindows() {
        JobMetrics metrics = new JobMetrics(List.of(
                metric("a", "Count_before.sfcrime.callsLate", 1, 2, 3),
                metric("b", "Count_windows.sfcrime.callsLate", 10, 10, 20),
                metric("b", "Count_windows.sfcrime.windowsOpen", 2, 3, 5),
                metric("b", "Count_windows.sfcrime.groupsPerWindow", 20, 30, 50),
                metric("b", "Count_windows.sfcrime.eventTimeLag", 5, 6, 11),
                metric("b", "busyTimeMsPerSecond", 5, 6, 11)));
        assertThat(metrics.amounts()).isEqualTo(Map.of("callsLate", 23L, "windowsOpen", 3L, "groupsPerWindow", 50L));
    }

    @Test
    void aPartitionOfWhichNothingWasReadSaysSo() {
        String offset = "Source__Read_calls.KafkaSourceReader.topic.crime_data.partition.%d.currentOffset";
        JobMetrics metrics = new JobMetrics(
                List.of(metric("a", offset.formatted(0), -1, -1, -1), metric("a", offset.formatted(1), 0, 0, 0)));
        assertThat(SourceOffsets.next(metrics, List.of("crime_data")))
                .isEqualTo(Map.of(new TopicPartition("crime_data", 0), -1L, new TopicPartition("crime_data", 1), 1L));
    }

    static JobMetrics.Metric metric(String vertex, String id, double min, double max, double sum) {
        return new JobMetrics.Metric(vertex, id, min, max, sum);
    }

    /** Answers each of the requests that will come; which ones is up to the reader. */
    private static void serve(FakeFlink flink, List<String> names) {
        List<String> listed = new ArrayList<>(names);
        listed.add("numRecordsIn");
        flink.with(METRICS, json(listed, ""));
        for (int size = 1; size < 100; size++) {
            for (int from = 0; from < names.size(); from++) {
                List<String> some = names.subList(from, Math.min(names.size(), from + size));
                flink.with(
                        METRICS + "?get=" + String.join(",", some),
                        json(some, ",\"min\":41.0,\"max\":41.0,\"sum\":41.0"));
            }
        }
    }

    private static String json(List<String> names, String values) {
        return names.stream()
                .map(name -> "{\"id\":\"" + name + "\"" + values + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
