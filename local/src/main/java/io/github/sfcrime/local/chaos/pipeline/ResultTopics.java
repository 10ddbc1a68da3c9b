package io.github.sfcrime.local.chaos.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.local.chaos.oracle.Count;
import io.github.sfcrime.local.chaos.oracle.Group;
import io.github.sfcrime.local.chaos.oracle.Place;
import io.github.sfcrime.local.chaos.oracle.Written;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics that the job writes, as they are committed. */
final class ResultTopics implements AutoCloseable {

    private static final WireFormat<CallCountKey> KEYS = new WireFormat<>(CallCountKey.SCHEMA$);
    private static final WireFormat<CallCount> ROWS = new WireFormat<>(CallCount.SCHEMA$);

    private final CommittedTopic rows;
    private final CommittedTopic late;
    private final CommittedTopic setAside;
    private final Written written = new Written();

    ResultTopics(String bootstrapServers) {
        rows = new CommittedTopic(bootstrapServers, Topic.CRIME_COUNTS.name());
        late = new CommittedTopic(bootstrapServers, Topic.CRIME_DATA_LATE.name());
        setAside = new CommittedTopic(bootstrapServers, Topic.CRIME_DATA_DEAD_LETTER.name());
    }

    /** Reads what has come, and returns all. */
    Written readOn() {
        rows.readOn(this::row);
        late.readOn(record -> written.late(source(record)));
        setAside.readOn(record -> written.setAside(source(record)));
        return written;
    }

    private void row(ConsumerRecord<byte[], byte[]> record) {
        try {
            CallCountKey key = KEYS.decode(record.key());
            CallCount row = ROWS.decode(record.value());
            written.row(
                    new Group(key.getWindowStart(), key.getOriginalCrimeTypeName(), key.getDisposition()),
                    new Count(row.getCount(), row.getDescription()));
        } catch (MalformedRecordException e) {
            throw new ChaosFailure("cannot read a row: " + e.getMessage(), e);
        }
    }

    private static Place source(ConsumerRecord<byte[], byte[]> record) {
        return new Place(
                Integer.parseInt(header(record, "source-partition")), Long.parseLong(header(record, "source-offset")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        rows.close();
        late.close();
        setAside.close();
    }
}
