package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Running totals per type and disposition with Flink's keyed process function, tuned like {@link StandardWindow}. */
public final class StandardTotals {

    private static final String TRANSACTION_TIMEOUT_MILLIS = "600000";

    private StandardTotals() {}

    public static void main(String[] args) throws Exception {
        ParameterTool settings = ParameterTool.fromArgs(args);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        StandardWindow.tune(environment);
        long interval = Duration.parse(settings.getRequired("emit-interval")).toMillis();
        environment
                .fromSource(source(settings), WatermarkStrategy.noWatermarks(), "Read calls")
                .uid("read-calls")
                .keyBy(call -> Tuple2.of(call.type, call.disposition), Types.TUPLE(Types.STRING, Types.STRING))
                .process(new TotalCalls(interval), TypeInformation.of(WindowCount.class))
                .name("Total calls")
                .uid("total-calls")
                .map(new JoinRadioCode(RadioCodes.builtIn()))
                .name("Join radio codes")
                .uid("spell-dispositions-out")
                .sinkTo(sink(settings))
                .name("Write totals")
                .uid("write-totals");
        environment.execute("Total calls with Flink's keyed process function");
    }

    private static KafkaSource<Call> source(ParameterTool settings) throws IOException {
        KafkaSourceBuilder<Call> source = KafkaSource.<Call>builder()
                .setProperties(kafka(settings))
                .setBootstrapServers(settings.getRequired("bootstrap-servers"))
                .setTopics(settings.getRequired("topic"))
                .setGroupId(settings.getRequired("group-id"))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(StandardWindow.decoding(settings.get("decoding", "ours")));
        return settings.getBoolean("bounded", false)
                ? source.setBounded(OffsetsInitializer.latest()).build()
                : source.build();
    }

    private static KafkaSink<WindowCount> sink(ParameterTool settings) throws IOException {
        boolean exactlyOnce = settings.get("delivery", "at-least-once").equals("exactly-once");
        return KafkaSink.<WindowCount>builder()
                .setProperty("transaction.timeout.ms", TRANSACTION_TIMEOUT_MILLIS)
                .setKafkaProducerConfig(kafka(settings))
                .setBootstrapServers(settings.getRequired("bootstrap-servers"))
                .setDeliveryGuarantee(exactlyOnce ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix(settings.getRequired("output-topic"))
                .setRecordSerializer(new WriteTotal(settings.getRequired("output-topic")))
                .build();
    }

    private static Properties kafka(ParameterTool settings) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        if (settings.has("kafka-config")) {
            try (var in = Files.newBufferedReader(Path.of(settings.get("kafka-config")))) {
                properties.load(in);
            }
        }
        return properties;
    }
}
