package io.github.sfcrime.console.progress;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job since the last report. Fields that Spark's StreamingQueryProgress has too have its names; what
 * is not known is null.
 *
 * @param id of the job
 * @param timestamp of the report, as an ISO 8601 instant
 * @param numInputRows records that the job read since the last report
 * @param inputRowsPerSecond records that arrived in its topics
 * @param processedRowsPerSecond records that it read
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
     * Durations in milliseconds.
     *
     * @param interval since the last report
     * @param checkpoint the last checkpoint, from its trigger to its last acknowledgement
     */
    public record DurationMs(long interval, @Nullable Long checkpoint) {}

    /**
     * Event time, as San Francisco wall-clock time.
     *
     * @param max the latest call, to the second
     * @param lagMs how far that is behind the current time in San Francisco
     */
    public record EventTime(
            @Nullable String max,
            @Nullable String watermark,
            @Nullable Long lagMs) {}

    /**
     * The state of an operator.
     *
     * @param numRowsTotal open windows times the groups of the latest window: about the number of counts in state
     * @param stateSizeBytes in the last checkpoint
     */
    public record StateOperator(
            String operatorName, @Nullable Long numRowsTotal, long stateSizeBytes) {}

    /**
     * A topic that the job reads.
     *
     * @param startOffset per partition, the next offset to read at the last report
     * @param endOffset per partition, the next offset to read
     * @param latestOffset per partition, the end offset
     * @param lag offsets between the last two, over all partitions
     */
    public record Source(
            String description,
            Map<String, Map<Integer, Long>> startOffset,
            Map<String, Map<Integer, Long>> endOffset,
            Map<String, Map<Integer, Long>> latestOffset,
            long lag) {}

    /** The sinks, and the rows that were written since the last report. */
    public record Sink(String description, long numOutputRows) {}

    /** The last completed checkpoint, and the number of failed ones. */
    public record Checkpoint(
            @Nullable Long id,
            @Nullable Long durationMs,
            @Nullable Long stateSizeBytes,
            @Nullable Long ageMs,
            long completed,
            long failed) {}

    /** The highest values of any parallel instance, in milliseconds per second. */
    public record Backpressure(long backPressuredTimeMsPerSecond, long busyTimeMsPerSecond) {}

    /** Offsets from the next ones to read to the ends of the topics. */
    public long lag() {
        return sources.stream().mapToLong(Source::lag).sum();
    }
}
