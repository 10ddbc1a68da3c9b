package io.github.sfcrime.console.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.cli.output.OutputFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A report of what happened between two looks at a job, two seconds apart. */
class ReportsTest {

    private static final Instant TIME = Instant.parse("2018-10-02T17:00:02.123456Z");
    private static final TopicPartition ZERO = new TopicPartition("crime_data", 0);
    private static final TopicPartition ONE = new TopicPartition("crime_data", 1);

    @Test
    void saysWhatHappenedSinceTheLastOneAndWhereTheJobStands() throws IOException {
        JobSample before = sample(0, ours(100, 90, 40), Map.of(ZERO, 50L, ONE, -1L), Map.of(ZERO, 60L, ONE, 40L));
        JobSample now = sample(2, ours(140, 129, 55), Map.of(ZERO, 70L, ONE, 20L), Map.of(ZERO, 75L, ONE, 45L));
        assertThat(json(Reports.between(before, now))).isEqualTo("""
                {"id":"a","name":"Count calls","timestamp":"2018-10-02T17:00:02.123Z","numInputRows":40,\
                "inputRowsPerSecond":10.0,"processedRowsPerSecond":20.0,\
                "durationMs":{"interval":2000,"checkpoint":63},\
                "eventTime":{"max":"2018-10-02T09:59:02","watermark":"2018-10-02T09:49:00","lagMs":60000},\
                "stateOperators":[{"operatorName":"Count windows","numRowsTotal":60,"stateSizeBytes":17738}],\
                "sources":[{"description":"Kafka topic crime_data","startOffset":{"crime_data":{"0":50}},\
                "endOffset":{"crime_data":{"0":70,"1":20}},"latestOffset":{"crime_data":{"0":75,"1":45}},"lag":30}],\
                "sink":{"description":"Write counts","numOutputRows":15},\
                "checkpoint":{"id":2,"durationMs":63,"stateSizeBytes":20626,"ageMs":1123,"completed":2,"failed":1},\
                "backpressure":{"backPressuredTimeMsPerSecond":500,"busyTimeMsPerSecond":78},"restarts":3,\
                "outcomes":{"callsCounted":129,"callsIn":140},\
                "observedMetrics":{"callsPartlyLate":2,"groupsPerWindow":30,"resultsOut":55,"windowsOpen":2}}
                """);
    }

    @Test
    void aJobThatHasOnlyBegunHasNothingToTellYet() throws IOException {
        JobMetrics none = new JobMetrics(List.of(
                metric("currentInputWatermark", (double) Long.MIN_VALUE), metric("Count.sfcrime.eventTimeLag", 0)));
        JobSample begun = new JobSample(
                TIME, 0, node("{'jid':'a','name':'n'}"), node("{}"), Map.of(), 0, none, Map.of(), Map.of());
        assertThat(json(Reports.between(begun, begun))).isEqualTo("""
                {"id":"a","name":"n","timestamp":"2018-10-02T17:00:02.123Z","numInputRows":0,"inputRowsPerSecond":0.0,\
                "processedRowsPerSecond":0.0,"durationMs":{"interval":0,"checkpoint":null},\
                "eventTime":{"max":null,"watermark":null,"lagMs":null},"stateOperators":[],"sources":[],\
                "sink":{"description":"","numOutputRows":0},\
                "checkpoint":{"id":null,"durationMs":null,"stateSizeBytes":null,"ageMs":null,"completed":0,"failed":0},\
                "backpressure":{"backPressuredTimeMsPerSecond":0,"busyTimeMsPerSecond":0},"restarts":0,"outcomes":{},\
                "observedMetrics":{}}
                """);
    }

    @Test
    void countsThatARestartTookBackAreNoNegativeRate() throws IOException {
        Map<TopicPartition, Long> offsets = Map.of(ZERO, 60L);
        ProgressReport report = Reports.between(
                sample(0, ours(140, 140, 55), offsets, offsets), sample(2, ours(100, 100, 40), offsets, offsets));
        assertThat(List.of(
                        report.numInputRows(),
                        report.processedRowsPerSecond(),
                        report.sink().numOutputRows()))
                .containsExactly(0L, 0.0, 0L);
    }

    @Test
    void aJobThatDoesNotCountItsCallsTookInWhatItsSourcesWentOnBy() throws IOException {
        JobMetrics none = new JobMetrics(List.of());
        ProgressReport report = Reports.between(
                sample(0, none, Map.of(ZERO, 50L, ONE, -1L), Map.of()),
                sample(2, none, Map.of(ZERO, 70L, ONE, 20L), Map.of()));
        assertThat(report.numInputRows()).isEqualTo(40);
    }

    @Test
    void aTableHasALinePerReportForAPerson() throws IOException {
        JobSample before = sample(0, ours(100, 90, 40), Map.of(ZERO, 50L), Map.of(ZERO, 60L));
        JobSample now = sample(2, ours(140, 129, 55), Map.of(ZERO, 70L), Map.of(ZERO, 75L));
        StringWriter out = new StringWriter();
        ProgressWriter table = ProgressWriter.of(OutputFormat.table, out);
        table.write(Reports.between(before, now));
        table.write(Reports.between(now, now));
        assertThat(out).hasToString("""
                    time UTC  arriving/s      read/s        lag  watermark (San Francisco)      late  dead letter  rows out  checkpoint  busy  backpressure  restarts
                    17:00:02           8          20          5  2018-10-02T09:49:00               0            0        15       63 ms    8%           50%         3
                    17:00:02           0           0          5  2018-10-02T09:49:00               0            0         0       63 ms    8%           50%         3
                """);
    }

    private static JobSample sample(
            long seconds, JobMetrics metrics, Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends)
            throws IOException {
        return new JobSample(
                TIME,
                Duration.ofSeconds(seconds).toNanos(),
                node("{'jid':'a','name':'Count calls','vertices':[{'id':'s','name':'Source: Read calls -> Count'},"
                        + "{'id':'w','name':'Count windows -> Write counts: Writer'}]}"),
                node("{'counts':{'completed':2,'failed':1},'latest':{'completed':{'id':2,'state_size':20626,"
                        + "'end_to_end_duration':63,'latest_ack_timestamp':1538499601000}}}"),
                Map.of("w", 17_738L, "s", 0L),
                3,
                metrics,
                next,
                ends);
    }

    private static JobMetrics ours(int in, int counted, int out) {
        return new JobMetrics(List.of(
                JobMetricsTest.metric("s", "Count.sfcrime.callsIn", 0, in, in),
                JobMetricsTest.metric("s", "Count.sfcrime.callsPartlyLate", 0, 2, 2),
                JobMetricsTest.metric("s", "Count.sfcrime.callsCounted", 0, counted, counted),
                JobMetricsTest.metric("s", "Count.sfcrime.eventTimeLag", 60_000, 90_000, 150_000),
                JobMetricsTest.metric("s", "Write_late_records__Writer.numRecordsSend", 0, 0, 0),
                JobMetricsTest.metric("w", "Count_windows.sfcrime.windowsOpen", 1, 2, 3),
                JobMetricsTest.metric("w", "Count_windows.sfcrime.groupsPerWindow", 10, 20, 30),
                JobMetricsTest.metric("w", "Spell_out.sfcrime.resultsOut", 0, out, out),
                JobMetricsTest.metric("w", "Write_counts__Writer.numRecordsSend", 0, out, out),
                metric("currentInputWatermark", 1_538_473_740_000.0),
                metric("busyTimeMsPerSecond", 78),
                metric("backPressuredTimeMsPerSecond", 500)));
    }

    private static JobMetrics.Metric metric(String id, double value) {
        return JobMetricsTest.metric("w", id, value, value, value);
    }

    private static String json(ProgressReport report) throws IOException {
        StringWriter out = new StringWriter();
        ProgressWriter.of(OutputFormat.json, out).write(report);
        return out.toString();
    }

    private static JsonNode node(String json) throws IOException {
        return new JsonMapper().readTree(json.replace('\'', '"'));
    }
}
