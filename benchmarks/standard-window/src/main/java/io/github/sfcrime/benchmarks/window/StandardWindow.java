package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The base query with Flink's own keyed windows. Tuned: object reuse, no generic serialisation, only the three needed
 * fields as a POJO through the shuffle, an incremental aggregate, the join after counting, 5000 records a poll, large
 * compressed batches out, the same checkpoint interval as the job's.
 */
public final class StandardWindow {

    private static final long CHECKPOINT_INTERVAL_MILLIS = 10_000;
    private static final int MAX_PARALLELISM = 128;

    private StandardWindow() {}

    public static void main(String[] args) throws Exception {
        ParameterTool settings = ParameterTool.fromArgs(args);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        tune(environment);
        DataStream<Call> calls = environment
                .fromSource(source(settings), watermarks(settings), "Read calls")
                .uid("read-calls");
        count(calls, Duration.parse(settings.getRequired("window")), RadioCodes.builtIn())
                .sinkTo(sink(settings))
                .name("Write counts")
                .uid("write-counts");
        environment.execute("Count calls with Flink's own windows");
    }

    /** What holds for all queries; how often a checkpoint is taken is Flink's own setting where that is given. */
    static void tune(StreamExecutionEnvironment environment) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        environment.configure(configuration);
        environment.setMaxParallelism(MAX_PARALLELISM);
        if (environment.getCheckpointInterval() < 0) {
            environment.enableCheckpointing(CHECKPOINT_INTERVAL_MILLIS);
        }
    }

    private static KafkaSource<Call> source(ParameterTool settings) {
        return KafkaSource.<Call>builder()
                .setBootstrapServers(settings.getRequired("bootstrap-servers"))
                .setTopics(settings.getRequired("topic"))
                .setGroupId(settings.getRequired("group-id"))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000")
                .setDeserializer(decoding(settings.getRequired("decoding")))
                .build();
    }

    /** How calls are decoded. */
    static KafkaRecordDeserializationSchema<Call> decoding(String name) {
        return switch (name) {
            case "avro" -> new ReadWholeCall();
            case "ours" -> new ReadNeededFields();
            default -> throw new IllegalArgumentException("decoding must be avro or ours: " + name);
        };
    }

    private static WatermarkStrategy<Call> watermarks(ParameterTool settings) {
        return WatermarkStrategy.<Call>forBoundedOutOfOrderness(Duration.parse(settings.getRequired("watermark-bound")))
                .withTimestampAssigner((call, appended) -> call.time);
    }

    private static DataStream<WindowCount> count(
            DataStream<Call> calls, Duration window, Map<String, String> descriptions) {
        return calls.keyBy(call -> Tuple2.of(call.type, call.disposition), Types.TUPLE(Types.STRING, Types.STRING))
                .window(TumblingEventTimeWindows.of(window))
                .aggregate(
                        new CountCalls(),
                        new NameWindow(),
                        Types.LONG,
                        Types.LONG,
                        TypeInformation.of(WindowCount.class))
                .name("Count windows")
                .uid("count-windows")
                .map(new JoinRadioCode(descriptions))
                .name("Join radio codes")
                .uid("spell-dispositions-out");
    }

    private static KafkaSink<WindowCount> sink(ParameterTool settings) {
        return KafkaSink.<WindowCount>builder()
                .setBootstrapServers(settings.getRequired("bootstrap-servers"))
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 * 1024))
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "20")
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new WriteRow(settings.getRequired("output-topic")))
                .build();
    }
}
