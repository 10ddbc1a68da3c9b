package io.github.sfcrime.job;

import io.github.sfcrime.job.arguments.ArgumentParser;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.failures.ClientErrors;
import io.github.sfcrime.job.failures.Patience;
import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.job.files.CallFiles;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FilesSink;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.kafka.KafkaEndpoints;
import io.github.sfcrime.job.kafka.settings.KafkaTopics;
import io.github.sfcrime.job.outcomes.OutcomeCounts;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PreAggregation;
import io.github.sfcrime.job.postgres.PostgresSink;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.repeats.Repeats;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.results.ResultSink;
import io.github.sfcrime.job.results.Results;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.totals.Totals;
import io.github.sfcrime.job.unusual.Unusual;
import io.github.sfcrime.job.windows.WindowCounts;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Counts calls for service per event-time window and type, disposition or place: from Kafka to Kafka and elsewhere. */
public final class CountCallsJob {

    /**
     * Rows are written in bursts, when windows close: with the client's default of 5 ms most batches are nearly empty.
     */
    private static final Duration LINGER = Duration.ofMillis(100);

    private CountCallsJob() {}

    /** Runs with the settings in {@code args}; a mistake in them is one line on the client's terminal. */
    public static void main(String[] args) throws Exception {
        if (ArgumentParser.printsHelp(new JobArguments(), args)) {
            return;
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        try {
            define(environment, JobArguments.parse(args));
        } catch (IllegalArgumentException | KafkaException | TransientFailure e) {
            throw ClientErrors.oneLine(e);
        }
        ClientErrors.execute(environment, "Count calls for service");
    }

    private static void define(StreamExecutionEnvironment environment, JobSettings settings)
            throws InterruptedException {
        FlinkDefaults.apply(environment);
        Counting counting = settings.counting();
        if (counting.emitsEveryChange()) {
            FlinkDefaults.applyLowLatency(environment);
        }
        Patience patience = Patience.of(environment.getConfiguration());
        try (KafkaTopics topics = patience.ask(() -> new KafkaTopics(settings.kafka()))) {
            int partitions = patience.ask(() -> prepare(topics, settings));
            KafkaEndpoints kafka = patience.ask(() -> KafkaEndpoints.of(
                    settings.kafka(),
                    topics,
                    counting.queries(),
                    counting.emitsEveryChange() ? Duration.ZERO : LINGER,
                    Duration.ofMillis(environment.getCheckpointInterval())));
            int readers = Math.min(partitions, environment.getParallelism());
            SingleOutputStreamOperator<CallBatch> calls =
                    read(environment, kafka.calls(settings.reading()), settings.time(), counting.hasWindows(), readers);
            OutcomeCounts outcomes = new OutcomeCounts();
            SingleOutputStreamOperator<CallBatch> once = once(calls, settings.deduplicate(), counting, outcomes);
            if (settings.files().have(FileContent.CALLS)) {
                CallFiles.write(
                        once,
                        settings.admission().filter(),
                        settings.files(),
                        settings.kafka().topic(),
                        settings.kafka().schemaRegistry());
            }
            SingleOutputStreamOperator<PartialCounts> partials =
                    preAggregate(once, counting, settings.admission(), outcomes);
            writeSetAside(
                    partials,
                    kafka.setAsideOnto(Topic.CRIME_DATA_LATE),
                    kafka.setAsideOnto(Topic.CRIME_DATA_DEAD_LETTER));
            answer(partials, counting, settings.join(), patience.ask(() -> sinks(settings, kafka)), outcomes);
            outcomes.addUp();
        }
    }

    private static int prepare(KafkaTopics topics, JobSettings settings) throws InterruptedException {
        int partitions = topics.partitions();
        List<Topic> written = new ArrayList<>(List.of(Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER));
        if (settings.sinks().contains(KafkaEndpoints.TITLE)) {
            settings.counting().queries().forEach(query -> written.add(query.topic()));
        }
        topics.create(written, partitions);
        topics.requireRights(written);
        return partitions;
    }

    private static List<ResultSink> sinks(JobSettings settings, KafkaEndpoints kafka) {
        List<ResultSink> all = List.of(
                kafka, //
                new PostgresSink(settings.postgres()),
                new FilesSink(settings.files()));
        List<ResultSink> asked =
                all.stream().filter(sink -> settings.writesRowsTo(sink.title())).toList();
        asked.forEach(sink -> sink.prepare(settings.counting().queries()));
        return asked;
    }

    /**
     * The calls of a source, stamped with watermarks. Its parallelism is at most the number of partitions: a reader
     * without a partition would hold the watermark back forever.
     */
    static SingleOutputStreamOperator<CallBatch> read(
            StreamExecutionEnvironment environment,
            Source<CallBatch, ?, ?> source,
            EventTime time,
            boolean closesWindows,
            int parallelism) {
        boolean bounded = source.getBoundedness() == Boundedness.BOUNDED;
        SingleOutputStreamOperator<CallBatch> calls = environment
                .fromSource(source, time.watermarks(bounded), "Read calls")
                .uid("read-calls")
                .setParallelism(parallelism);
        return time.stamp(calls, bounded, closesWindows);
    }

    /** The calls of which each is to be counted; {@code deduplicate} is null to count every record. */
    static SingleOutputStreamOperator<CallBatch> once(
            SingleOutputStreamOperator<CallBatch> calls,
            @Nullable Duration deduplicate,
            Counting counting,
            OutcomeCounts outcomes) {
        if (counting.updates() != null) {
            return outcomes.of(Repeats.follow(calls, counting.updates(), counting.time()));
        }
        return deduplicate == null ? calls : outcomes.of(Repeats.drop(calls, deduplicate, counting.time()));
    }

    /** Partial counts of every query, late records and dead letters. */
    static SingleOutputStreamOperator<PartialCounts> preAggregate(
            SingleOutputStreamOperator<CallBatch> calls,
            Counting counting,
            Admission admission,
            OutcomeCounts outcomes) {
        return outcomes.of(PreAggregation.of(calls, counting, admission));
    }

    /** Writes late records and dead letters to their topics. */
    static void writeSetAside(
            SingleOutputStreamOperator<PartialCounts> partials,
            Sink<SetAsideRecord> late,
            Sink<SetAsideRecord> deadLetters) {
        partials.getSideOutput(PreAggregation.LATE)
                .sinkTo(late)
                .name("Write late records")
                .uid("write-late-records")
                .setParallelism(partials.getParallelism());
        partials.getSideOutput(PreAggregation.DEAD_LETTER)
                .sinkTo(deadLetters)
                .name("Write dead letters")
                .uid("write-dead-letters")
                .setParallelism(partials.getParallelism());
    }

    /** Writes the rows of every query to every sink. */
    static void answer(
            SingleOutputStreamOperator<PartialCounts> partials,
            Counting counting,
            Join join,
            List<? extends ResultSink> sinks,
            OutcomeCounts outcomes) {
        for (Query query : counting.queries()) {
            DataStream<ResultRow> rows =
                    Results.of(count(partials, query, counting, outcomes), query, counting.descriptions(), join);
            for (ResultSink sink : sinks) {
                rows.sinkTo(sink.rowsOf(query))
                        .name("Write %s to %s".formatted(query.title(), sink.title()))
                        .uid("write-%s-%s".formatted(query.title(), sink.title()))
                        // One writer behind one operator: rows under the same key stay in order.
                        .setParallelism(rows.getParallelism());
            }
        }
    }

    private static SingleOutputStreamOperator<GroupCount> count(
            SingleOutputStreamOperator<PartialCounts> partials,
            Query query,
            Counting counting,
            OutcomeCounts outcomes) {
        if (!query.isWindowed()) {
            return Totals.of(partials, query, counting);
        }
        SingleOutputStreamOperator<GroupCount> counts = WindowCounts.of(partials, query, counting, outcomes);
        return query == Query.UNUSUAL ? Unusual.among(counts, counting.shape()) : counts;
    }
}
