package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.kafka.KafkaEndpoints;
import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.job.results.CallCounts;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.CallWindows;
import io.github.sfcrime.job.windows.PartialCounts;
import io.github.sfcrime.job.windows.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.KafkaException;

/** Counts calls for service per event-time window, type and disposition: from Kafka to Kafka. */
public final class CountCallsJob {

    private CountCallsJob() {}

    /** Runs with the settings that {@code args} give; a mistake in them is one line on the client's terminal. */
    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        try {
            define(environment, JobArguments.parse(args));
        } catch (IllegalArgumentException | KafkaException e) {
            throw (RuntimeException) new ProgramParametrizationException(e.getMessage()).initCause(e);
        }
        environment.execute("Count calls for service");
    }

    private static void define(StreamExecutionEnvironment environment, JobSettings settings)
            throws InterruptedException {
        KafkaEndpoints kafka = new KafkaEndpoints(settings.bootstrapServers(), settings.kafkaConfig());
        int partitions = kafka.partitionsOf(settings.topic());
        kafka.createTopics(
                List.of(Topic.CRIME_COUNTS, Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER), partitions);
        FlinkDefaults.apply(environment);
        SingleOutputStreamOperator<CallRecord> calls = read(
                environment,
                kafka.calls(settings.topic(), settings.groupId(), settings.start(), settings.bounded()),
                EventTime.watermarks(settings.watermarkBound(), settings.idleness(), settings.bounded()),
                Math.min(partitions, environment.getParallelism()));
        count(
                calls,
                settings.window(),
                RadioCodes.builtIn(),
                settings.join(),
                kafka.callCounts(Topic.CRIME_COUNTS),
                kafka.setAside(Topic.CRIME_DATA_LATE),
                kafka.setAside(Topic.CRIME_DATA_DEAD_LETTER));
    }

    /**
     * The calls of a source. Its parallelism is at most the number of partitions: a reader without one would hold the
     * watermark back for ever.
     */
    static SingleOutputStreamOperator<CallRecord> read(
            StreamExecutionEnvironment environment,
            Source<CallRecord, ?, ?> source,
            WatermarkStrategy<CallRecord> watermarks,
            int parallelism) {
        return environment
                .fromSource(source, watermarks, "Read calls")
                .uid("read-calls")
                .setParallelism(parallelism);
    }

    /** The whole pipeline behind the source. */
    static void count(
            SingleOutputStreamOperator<CallRecord> calls,
            WindowShape shape,
            Map<String, String> radioCodes,
            Join join,
            Sink<CallCountRow> counts,
            Sink<SetAsideRecord> late,
            Sink<SetAsideRecord> deadLetters) {
        SingleOutputStreamOperator<PartialCounts> partials = CallWindows.preAggregate(calls, shape);
        CallCounts.enrich(CallWindows.countWindows(partials, shape), radioCodes, join)
                .sinkTo(counts)
                .name("Write counts")
                .uid("write-counts");
        partials.getSideOutput(CallWindows.LATE)
                .sinkTo(late)
                .name("Write late calls")
                .uid("write-late-calls")
                .setParallelism(partials.getParallelism());
        partials.getSideOutput(CallWindows.DEAD_LETTER)
                .sinkTo(deadLetters)
                .name("Write dead letters")
                .uid("write-dead-letters")
                .setParallelism(partials.getParallelism());
    }
}
