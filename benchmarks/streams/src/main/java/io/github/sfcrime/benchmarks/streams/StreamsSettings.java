package io.github.sfcrime.benchmarks.streams;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What is tuned in Kafka Streams, beside in-memory stores. */
final class StreamsSettings {

    private static final long COMMIT_INTERVAL_MILLIS = 10_000;
    private static final long HUNDRED_YEARS_MILLIS = 100L * 365 * 24 * 60 * 60 * 1000;

    /** About one producer's batch, some thousand calls. */
    private static final int PARTITION_FETCH_BYTES = 256 * 1024;

    private static final long CACHE_BYTES = 256L * 1024 * 1024;

    private StreamsSettings() {}

    static Properties of(String applicationId, String bootstrapServers, int threads, String directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        // As often as the job takes a checkpoint.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        // A task has one partition with calls: it neither waits for others nor looks at every record whether to.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A thread empties what was fetched of one partition before the next one's: the default of 1 MB, which is
        // 27,000
        // calls, lets tasks drift 200,000 calls apart.
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                PARTITION_FETCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 64L * 1024 * 1024);
        // Internal topics carry event time: years of it must neither roll a segment a week nor expire.
        settings.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_MS_CONFIG), HUNDRED_YEARS_MILLIS);
        settings.put(StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG, HUNDRED_YEARS_MILLIS);
        return settings;
    }

    /** Caches are flushed when a commit is due, and large enough not to be before. */
    static void emitEvery(Properties settings, Duration interval) {
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, interval.toMillis());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    }
}
