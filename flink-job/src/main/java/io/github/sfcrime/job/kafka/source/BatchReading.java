package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallMetrics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Properties;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.synchronization.FutureCompletingBlockingQueue;
import org.apache.flink.connector.kafka.source.metrics.KafkaSourceReaderMetrics;
import org.apache.flink.connector.kafka.source.reader.KafkaPartitionSplitReader;
import org.apache.flink.connector.kafka.source.reader.KafkaSourceReader;
import org.apache.flink.connector.kafka.source.reader.fetcher.KafkaSourceFetcherManager;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitState;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * The connector's reader, put together as the connector's source does it, but of parts that hand on many records at a time.
 * The only class that names the connector's internal ones for it, so that another version of the connector is looked at here.
 */
final class BatchReading {

    private BatchReading() {}

    /**
     * A reader of calls.
     *
     * @param consumer properties of the consumer and of the connector
     * @param calls what reads calls of records
     * @param most how many calls go on together at most
     */
    static SourceReader<CallBatch, KafkaPartitionSplit> reader(
            Properties consumer, SourceReaderContext context, ReadCalls calls, Pace pace, int most) {
        FutureCompletingBlockingQueue<RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>>> queue =
                new FutureCompletingBlockingQueue<>();
        Offsets offsets = new Offsets(context.metricGroup());
        return new KafkaSourceReader<>(
                queue,
                new KafkaSourceFetcherManager(
                        queue, () -> new BatchReader(consumer, context, offsets, most), finishedPartitions -> {}),
                new EmitBatch(calls, pace, new CallMetrics(context.metricGroup().getIOMetricGroup())),
                configuration(consumer),
                context,
                offsets);
    }

    private static Configuration configuration(Properties properties) {
        Configuration configuration = new Configuration();
        properties.stringPropertyNames().forEach(name -> configuration.setString(name, properties.getProperty(name)));
        return configuration;
    }

    /** Polls as the connector does, and puts what came into batches, out of Kafka's own buffers. */
    private static final class BatchReader extends KafkaPartitionSplitReader {

        private final Offsets offsets;
        private final int most;

        BatchReader(Properties consumer, SourceReaderContext context, Offsets offsets, int most) {
            super(withoutCopies(consumer), context, offsets);
            this.offsets = offsets;
            this.most = most;
        }

        private static Properties withoutCopies(Properties consumer) {
            Properties all = new Properties();
            all.putAll(consumer);
            all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
            all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteBufferDeserializer.class);
            return all;
        }

        @Override
        @SuppressWarnings("unchecked") // The connector hands values on as they are, whatever it takes them for.
        public RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetch() throws IOException {
            RecordsWithSplitIds<?> fetched = super.fetch();
            return new RecordBatches(
                    (RecordsWithSplitIds<ConsumerRecord<byte[], ByteBuffer>>) fetched, most, offsets::record);
        }
    }

    /** The connector's metrics; the offset of a partition, which is looked up in a map, is told once for each batch. */
    private static final class Offsets extends KafkaSourceReaderMetrics {

        Offsets(SourceReaderMetricGroup metrics) {
            super(metrics);
        }

        /** Comes with every record, before its batch. */
        @Override
        public void recordCurrentOffset(TopicPartition partition, long offset) {}

        void record(RecordBatch batch) {
            super.recordCurrentOffset(new TopicPartition(batch.topic(), batch.partition()), batch.offset());
        }
    }

    /** Reads the calls of a batch and hands them on; what a checkpoint then keeps is the offset behind the last of its calls. */
    private record EmitBatch(ReadCalls calls, Pace pace, CallMetrics metrics)
            implements RecordEmitter<ConsumerRecord<byte[], byte[]>, CallBatch, KafkaPartitionSplitState> {

        @Override
        public void emitRecord(
                ConsumerRecord<byte[], byte[]> records,
                SourceOutput<CallBatch> output,
                KafkaPartitionSplitState partition)
                throws IOException {
            CallBatch batch = calls.read((RecordBatch) records);
            metrics.read(batch);
            output.collect(batch);
            metrics.wrote(batch);
            partition.setCurrentOffset(records.offset() + 1);
            pace.took(batch.size());
        }
    }
}
