package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.loader.generate.CallWriter;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A contender that streams nothing: DuckDB reads a CSV file of the calls, with all fields, and counts them by one statement. To
 * write the calls of the topic to the file is not part of the time; to write the rows to Kafka is.
 */
final class BatchCount {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long REPORT_EVERY_MILLIS = 200;

    private static final String COUNTS = """
            SELECT %s, "Original Crime Type Name", nullif("Disposition", ''), count(*)
            FROM read_csv('%s', types = {'Disposition': 'VARCHAR', 'Original Crime Type Name': 'VARCHAR'})
            GROUP BY ALL""";

    private static final String HOUR = "date_trunc('hour', \"Call Date Time\")";
    private static final String NO_WINDOW = "NULL::TIMESTAMP";

    private final String bootstrapServers;
    private final Map<String, String> descriptions = RadioCodes.builtIn();

    private BatchCount(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Counts with the broker, the topics of calls and of rows, how many calls, threads, the query, and a folder for the file. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[6]).resolve("calls.csv");
        BatchCount count = new BatchCount(arguments[0]);
        count.write(arguments[1], file);
        try {
            String sql = COUNTS.formatted(arguments[5].equals("totals") ? NO_WINDOW : HOUR, file);
            count.count(sql, Integer.parseInt(arguments[4]), Long.parseLong(arguments[3]), arguments[2]);
            ContenderProgram.done();
        } finally {
            Files.delete(file);
        }
    }

    private void write(String topic, Path file) throws IOException, MalformedRecordException {
        WireFormat<CallForService> format = new WireFormat<>(CallForService.getClassSchema());
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                CallWriter writer = CallWriter.create(file)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long remaining = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(end -> end)
                    .sum();
            while (remaining > 0) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    writer.write(format.decode(record.value()));
                    remaining--;
                }
            }
        }
    }

    private void count(String sql, int threads, long records, String topic)
            throws SQLException, InterruptedException, ExecutionException {
        ExecutorService query = Executors.newSingleThreadExecutor();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            try (Statement settings = connection.createStatement()) {
                settings.execute("SET threads = " + threads);
                settings.execute("SET enable_progress_bar = true");
                settings.execute("SET enable_progress_bar_print = false");
            }
            try (DuckDBPreparedStatement statement =
                    connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class)) {
                System.out.println("records 1");
                Future<ResultSet> rows = query.submit(() -> statement.executeQuery());
                try (ResultSet result = reportUntilDone(rows, statement, records)) {
                    send(result, topic);
                }
            }
        } finally {
            query.shutdown();
        }
        System.out.println("records " + records);
    }

    /** Prints what the measuring program listens to. */
    private static ResultSet reportUntilDone(Future<ResultSet> rows, DuckDBPreparedStatement statement, long records)
            throws InterruptedException, ExecutionException, SQLException {
        while (true) {
            try {
                return rows.get(REPORT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                double percent = statement.getQueryProgress().getPercentage();
                System.out.println("records " + Math.max(1, (long) (records * Math.min(percent, 99) / 100)));
            }
        }
    }

    private void send(ResultSet rows, String topic) throws SQLException {
        WireFormat<CallCount> hours = new WireFormat<>(CallCount.getClassSchema());
        WireFormat<CallTotal> totals = new WireFormat<>(CallTotal.getClassSchema());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            while (rows.next()) {
                LocalDateTime start = rows.getObject(1, LocalDateTime.class);
                String type = rows.getString(2);
                String disposition = rows.getString(3);
                String description = descriptions.get(disposition);
                byte[] row = start == null
                        ? totals.encode(new CallTotal(type, disposition, description, rows.getLong(4)))
                        : hours.encode(new CallCount(
                                start, start.plusHours(1), type, disposition, description, rows.getLong(4)));
                var unused = producer.send(new ProducerRecord<>(topic, row));
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
