package io.github.sfcrime.benchmarks.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.window;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.avro.functions;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The base query, or running totals, with Spark Structured Streaming, which prints how many calls it has counted. Tuned: as many shuffle
 * partitions as cores, no adaptive planning, large batches, Avro's schema projection to the three needed fields, state on
 * the heap (the HDFS-backed provider), radio codes broadcast, sources read evenly.
 */
public final class SparkCounts {

    /** Batches of some seconds each, so that the fixed cost of one hardly shows. */
    private static final long RECORDS_PER_BATCH_AND_CORE = 250_000;

    private static final String NEEDED = "{\"type\":\"record\",\"name\":\"CallForService\","
            + "\"namespace\":\"io.github.sfcrime.schemas\",\"fields\":["
            + "{\"name\":\"original_crime_type_name\",\"type\":\"string\"},"
            + "{\"name\":\"call_date_time\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}},"
            + "{\"name\":\"disposition\",\"type\":[\"null\",\"string\"],\"default\":null}]}";

    private final String bootstrapServers;
    private final Path contract;

    private SparkCounts(String bootstrapServers, Path contract) {
        this.bootstrapServers = bootstrapServers;
        this.contract = contract;
    }

    /** Runs with the broker, the topics of calls, closing calls and rows, cores, delay, two folders, query, interval. */
    public static void main(String[] arguments) throws IOException, TimeoutException, StreamingQueryException {
        int cores = Integer.parseInt(arguments[4]);
        SparkSession spark = session(cores, Path.of(arguments[6]));
        spark.streams().addListener(new PrintProgress());
        SparkCounts counts = new SparkCounts(arguments[0], Path.of(arguments[7]));
        Dataset<Row> calls = counts.calls(spark, arguments[1] + "," + arguments[2], cores);
        boolean totals = arguments[8].equals("totals");
        Dataset<Row> rows = totals
                ? counts.totals(calls, counts.radioCodes(spark))
                : counts.rows(calls, arguments[5], counts.radioCodes(spark));
        DataStreamWriter<Row> writer = totals
                ? counts.writtenTotals(rows)
                        .writeStream()
                        .outputMode(OutputMode.Update())
                        .trigger(Trigger.ProcessingTime(arguments[9]))
                : counts.written(rows).writeStream().outputMode(OutputMode.Append());
        writer.option("kafka.bootstrap.servers", arguments[0])
                .format("kafka")
                .option("kafka.compression.type", "lz4")
                .option("kafka.batch.size", 256 * 1024)
                .option("kafka.linger.ms", 20)
                .option("topic", arguments[3])
                .option(
                        "checkpointLocation",
                        Path.of(arguments[6], "checkpoint").toString())
                .start()
                .awaitTermination();
    }

    private static SparkSession session(int cores, Path directory) {
        return SparkSession.builder()
                .appName("Count calls")
                .master("local[" + cores + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", directory.resolve("spark").toString())
                .config(
                        "spark.sql.warehouse.dir",
                        directory.resolve("warehouse").toString())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", cores)
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.streaming.metricsEnabled", false)
                .config("spark.sql.streaming.minBatchesToRetain", 2)
                .config("spark.sql.streaming.maxBatchesToRetainInMemory", 1)
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();
    }

    private Dataset<Row> calls(SparkSession spark, String topics, int cores) throws IOException {
        String writer = Files.readString(contract.resolve("call.avsc"));
        Column body = expr("substring(value, 11, length(value) - 10)");
        return spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", bootstrapServers)
                .option("subscribe", topics)
                .option("startingOffsets", "earliest")
                .option("failOnDataLoss", true)
                .option("maxOffsetsPerTrigger", RECORDS_PER_BATCH_AND_CORE * cores)
                .option("kafka.max.poll.records", 5000)
                .load()
                .select(functions
                        .from_avro(body, writer, Map.of("avroSchema", NEEDED))
                        .as("call"))
                .select("call.*");
    }

    private Dataset<Row> rows(Dataset<Row> calls, String watermarkDelay, Dataset<Row> radioCodes) {
        return calls.withWatermark("call_date_time", watermarkDelay)
                .groupBy(window(col("call_date_time"), "1 hour"), col("original_crime_type_name"), col("disposition"))
                .agg(count(lit(1)).as("count"))
                .join(broadcast(radioCodes), col("disposition").equalTo(col("disposition_code")), "left_outer");
    }

    private Dataset<Row> totals(Dataset<Row> calls, Dataset<Row> radioCodes) {
        return calls.groupBy(col("original_crime_type_name"), col("disposition"))
                .agg(count(lit(1)).as("count"))
                .join(broadcast(radioCodes), col("disposition").equalTo(col("disposition_code")), "left_outer");
    }

    private Dataset<Row> radioCodes(SparkSession spark) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(contract.resolve("radio-codes.tsv"))) {
            rows.add(RowFactory.create((Object[]) line.split("\t")));
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("disposition_code", DataTypes.StringType)
                        .add("description", DataTypes.StringType));
    }

    private Dataset<Row> written(Dataset<Row> rows) throws IOException {
        Column start = expr("CAST(window.start AS TIMESTAMP_NTZ)").as("window_start");
        Column end = expr("CAST(window.end AS TIMESTAMP_NTZ)").as("window_end");
        Column type = col("original_crime_type_name");
        Column key = struct(start, end, type, expr("coalesce(disposition, '')").as("disposition"));
        Column value = struct(start, end, type, col("disposition"), col("description"), col("count"));
        return rows.select(
                framed("key.avsc", key).as("key"), framed("row.avsc", value).as("value"));
    }

    private Dataset<Row> writtenTotals(Dataset<Row> rows) throws IOException {
        Column type = col("original_crime_type_name");
        Column key = struct(type, expr("coalesce(disposition, '')").as("disposition"));
        Column value = struct(type, col("disposition"), col("description"), col("count"));
        return rows.select(
                framed("total-key.avsc", key).as("key"),
                framed("total.avsc", value).as("value"));
    }

    /** Avro single-object encoding: a marker, the schema's fingerprint, the body. */
    private Column framed(String schemaFile, Column record) throws IOException {
        String schema = Files.readString(contract.resolve(schemaFile));
        byte[] header = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(schema)))
                .array();
        return concat(lit(header), functions.to_avro(record, schema));
    }
}
