package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.workload.WorkloadSchema;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A contender that counts nothing: what a Kafka consumer per thread can read, its bytes not looked at, or with the three
 * needed fields decoded by Avro's schema projection.
 */
final class PlainConsumer {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long REPORT_EVERY_MILLIS = 200;

    private static final Schema NEEDED = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"CallForService\",\"namespace\":\"io.github.sfcrime.schemas\","
                    + "\"fields\":[{\"name\":\"original_crime_type_name\",\"type\":\"string\"},"
                    + "{\"name\":\"call_date_time\",\"type\":\"long\"},"
                    + "{\"name\":\"disposition\",\"type\":[\"null\",\"string\"],\"default\":null}]}");

    private final String bootstrapServers;
    private final String topic;
    private final boolean decode;
    private final LongAdder read = new LongAdder();
    private final LongAdder looked = new LongAdder();

    private PlainConsumer(String bootstrapServers, String topic, boolean decode) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.decode = decode;
    }

    /** Reads with the broker, the topic, its records, the threads, and whether to decode. */
    public static void main(String[] arguments) throws Exception {
        new PlainConsumer(arguments[0], arguments[1], Boolean.parseBoolean(arguments[4]))
                .run(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
        ContenderProgram.done();
    }

    private void run(long records, int threads) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            readers.add(pool.submit(() -> read(thread, threads)));
        }
        pool.shutdown();
        for (Future<?> reader : readers) {
            reportUntilDone(reader);
        }
        if (read.sum() != records) {
            throw new IllegalStateException("read " + read.sum() + " records where there are " + records);
        }
    }

    /** Prints what the measuring program listens to. */
    private void reportUntilDone(Future<?> reader) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                reader.get(REPORT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                System.out.println("records " + read.sum());
                return;
            } catch (TimeoutException notYet) {
                System.out.println("records " + read.sum());
            }
        }
    }

    private void read(int thread, int threads) {
        ToLongFunction<byte[]> look = decode ? new Projection() : value -> value.length;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> mine = consumer.partitionsFor(topic).stream()
                    .filter(partition -> partition.partition() % threads == thread)
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(mine);
            consumer.seekToBeginning(mine);
            long remaining = consumer.endOffsets(mine).values().stream()
                    .mapToLong(end -> end)
                    .sum();
            while (remaining > 0) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                long sum = 0;
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    sum += look.applyAsLong(record.value());
                }
                looked.add(sum);
                read.add(records.count());
                remaining -= records.count();
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Decodes the needed fields into one record that is used again and again. */
    private static final class Projection implements ToLongFunction<byte[]> {

        private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(WorkloadSchema.CALLS, NEEDED);
        private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
        private GenericRecord call = new org.apache.avro.generic.GenericData.Record(NEEDED);

        @Override
        public long applyAsLong(byte[] value) {
            try {
                decoder = DecoderFactory.get()
                        .binaryDecoder(
                                value, WireFormat.HEADER_LENGTH, value.length - WireFormat.HEADER_LENGTH, decoder);
                call = reader.read(call, decoder);
                return (Long) call.get(1) + ((CharSequence) call.get(0)).length();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
