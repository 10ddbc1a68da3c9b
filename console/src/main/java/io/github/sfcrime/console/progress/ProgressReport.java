package io.github.sfcrime.console.progress;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job did since the last report and where it stands. Fields have the names that Spark's StreamingQueryProgress
 * has for the same things; what is not known is null.
 *
 * @param id of the job
 * @param timestamp when it was asked, as an ISO 8601 instant
 * @param numInputRows records that the job took in since the last report
 * @param inputRowsPerSecond records that arrived in its topics
 * @param processedRowsPerSecond records that it took in
 * @param outcomes records by what became of them, since the job was first started
 * @param observedMetrics the job's other metrics
 */
public record ProgressReport(
        String id,
        String name,
        String timestamp,
        long numInputRows,
        double inputRowsPerSecond,
        double processedRowsPerSecond,
        DurationMs durationMs,
        EventTime eventTime,
        List<StateOperator> stateOperators,
        List<Source> sources,
        Sink sink,
        Checkpoint checkpoint,
        Backpressure backpressure,
        long restarts,
        Map<String, Long> outcomes,
        Map<String, Long> observedMetrics) {

    /**
     * How long things took, in milliseconds.
     *
     * @param interval since the last report
     * @param checkpoint the last checkpoint, from its trigger to its last acknowledgement
     */
    public record DurationMs(long interval, @Nullable Long checkpoint) {}

    /**
     * Where the job is in San Francisco wall-clock time.
     *
     * @param max the latest call, to the second
     * @param lagMs how far it lies behind the clocks of San Francisco
     */
    public record EventTime(
            @Nullable String max,
            @Nullable String watermark,
            @Nullable Long lagMs) {}

    /**
     * What an operator keeps.
     *
     * @param numRowsTotal open windows times the groups that the latest window had: about as many counts as are kept
     * @param stateSizeBytes in the last checkpoint
     */
    public record StateOperator(
            String operatorName, @Nullable Long numRowsTotal, long stateSizeBytes) {}

    /**
     * A topic that is read.
     *
     * @param startOffset per partition, what was to be read next at the last report
     * @param endOffset per partition, what is to be read next
     * @param latestOffset per partition, what the next record gets
     * @param lag offsets between the last two, over all partitions
     */
    public record Source(
            String description,
            Map<String, Map<Integer, Long>> startOffset,
            Map<String, Map<Integer, Long>> endOffset,
            Map<String, Map<Integer, Long>> latestOffset,
            long lag) {}

    /** Where results go, and how many rows have gone there since the last report. */
    public record Sink(String description, long numOutputRows) {}

    /** The last checkpoint that is complete, and how many have failed. */
    public record Checkpoint(
            @Nullable Long id,
            @Nullable Long durationMs,
            @Nullable Long stateSizeBytes,
            @Nullable Long ageMs,
            long completed,
            long failed) {}

    /** The highest of any parallel instance, in milliseconds of a second. */
    public record Backpressure(long backPressuredTimeMsPerSecond, long busyTimeMsPerSecond) {}

    /** Offsets between where the sources read and where their topics end. */
    public long lag() {
        return sources.stream().mapToLong(Source::lag).sum();
    }
}
