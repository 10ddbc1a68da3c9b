package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.outcomes.OutcomeCounts;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.results.ResultSink;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** The pipeline behind a stream of calls, with sinks that collect its output as texts over several runs. */
final class CollectedPipeline implements ResultSink, AutoCloseable {

    static final Admission EVERYTHING =
            new Admission(CallFilter.ALL, Admission.BadRecords.DEAD_LETTER, Admission.BadRecords.FAIL);

    private final SerializableFunction<ResultRow, String> text;
    private final CollectSink<SetAsideRecord> late = new CollectSink<>(CollectedPipeline::text);
    private final CollectSink<SetAsideRecord> deadLetters = new CollectSink<>(record -> record.reason);
    private final Map<Query, CollectSink<ResultRow>> rows = new EnumMap<>(Query.class);

    CollectedPipeline(SerializableFunction<ResultRow, String> text) {
        this.text = text;
    }

    /** Partition, offset and reason of a record. */
    static String text(SetAsideRecord record) {
        return "%d/%d %s".formatted(record.source.partition, record.source.offset, record.reason);
    }

    /** Adds the operators of one run behind {@code calls}. */
    void addTo(
            SingleOutputStreamOperator<CallBatch> calls, Counting counting, Join join, @Nullable Duration deduplicate) {
        OutcomeCounts outcomes = new OutcomeCounts();
        SingleOutputStreamOperator<PartialCounts> partials = CountCallsJob.preAggregate(
                CountCallsJob.once(calls, deduplicate, counting, outcomes), counting, EVERYTHING, outcomes);
        CountCallsJob.writeSetAside(partials, late, deadLetters);
        CountCallsJob.answer(partials, counting, join, List.of(this), outcomes);
        outcomes.addUp();
    }

    @Override
    public String title() {
        return "test";
    }

    @Override
    public Sink<ResultRow> rowsOf(Query query) {
        return rows.computeIfAbsent(query, added -> new CollectSink<>(text));
    }

    /** Every row that was written, sorted. */
    List<String> rows(Query query) {
        return sorted(Objects.requireNonNull(rows.get(query)));
    }

    /** The last row of each window and group, sorted. */
    List<String> lastRows(Query query) {
        Map<String, String> last = new TreeMap<>();
        for (String row : Objects.requireNonNull(rows.get(query)).collected()) {
            last.put(row.substring(0, row.lastIndexOf('=')), row);
        }
        return last.values().stream().sorted().toList();
    }

    /** The late records, sorted. */
    List<String> late() {
        return sorted(late);
    }

    /** The reasons of the dead letters, sorted. */
    List<String> deadLetters() {
        return sorted(deadLetters);
    }

    private static List<String> sorted(CollectSink<?> sink) {
        return sink.collected().stream().sorted().toList();
    }

    static long outcome(JobExecutionResult result, String name) {
        return Objects.requireNonNull(result.<Long>getAccumulatorResult(name));
    }

    @Override
    public void close() {
        late.close();
        deadLetters.close();
        rows.values().forEach(CollectSink::close);
    }
}
