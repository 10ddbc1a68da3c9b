package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.kafka.settings.ConsumerSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds back what a consumer has polled, so that its records pass at a rate at most: for tables, whose source is the
 * connector's own. It waits in the thread that fetches, where neither barriers nor watermarks queue, and never for long: a
 * poll takes a tenth of a second's records at most.
 */
public final class LimitRate implements ConsumerInterceptor<byte[], byte[]> {

    private static final String RECORDS_PER_SECOND = "sfcrime.records.per.second";
    private static final int POLLS_PER_SECOND = 10;

    private Schedule schedule = new Schedule(1, 0);

    /**
     * Properties by which each of {@code consumers} takes its share of the rate; {@code client} are those of the user, whose
     * interceptors stay.
     */
    public static Properties shared(int recordsPerSecond, int consumers, Properties client) {
        double rate = (double) recordsPerSecond / consumers;
        int perPoll = Integer.parseInt(
                client.getProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ConsumerSettings.RECORDS_PER_POLL));
        Properties properties = new Properties();
        properties.setProperty(RECORDS_PER_SECOND, Double.toString(rate));
        properties.setProperty(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                Long.toString(Math.min(perPoll, Math.max(1, Math.round(rate / POLLS_PER_SECOND)))));
        properties.setProperty(
                ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
                Stream.of(client.getProperty(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, ""), LimitRate.class.getName())
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(",")));
        return properties;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        double rate = Double.parseDouble(
                Objects.requireNonNull(settings.get(RECORDS_PER_SECOND)).toString());
        schedule = new Schedule(rate, System.nanoTime());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        long now = System.nanoTime();
        long pass = schedule.passAt(now, records.count());
        while (pass - now > 0) {
            LockSupport.parkNanos(pass - now);
            now = System.nanoTime();
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
