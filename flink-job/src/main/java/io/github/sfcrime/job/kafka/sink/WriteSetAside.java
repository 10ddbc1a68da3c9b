package io.github.sfcrime.job.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.calls.SourceRecord;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes a record that was set aside as it was found, with where it came from and why in headers. */
public final class WriteSetAside implements KafkaRecordSerializationSchema<SetAsideRecord> {

    private final String topic;

    public WriteSetAside(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            SetAsideRecord setAside, KafkaSinkContext context, @Nullable Long eventTime) {
        SourceRecord source = setAside.source;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, source.key, source.value);
        Headers headers = record.headers();
        headers.add("reason", text(setAside.reason));
        headers.add("source-topic", text(source.topic));
        headers.add("source-partition", text(source.partition));
        headers.add("source-offset", text(source.offset));
        headers.add("source-timestamp", text(source.timestamp));
        return record;
    }

    private static byte[] text(Object value) {
        return value.toString().getBytes(UTF_8);
    }
}
