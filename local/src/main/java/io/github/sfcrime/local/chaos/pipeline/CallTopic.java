package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.CountedCall;
import io.github.sfcrime.local.chaos.oracle.Expectation;
import io.github.sfcrime.local.chaos.oracle.Oracle;
import io.github.sfcrime.local.chaos.oracle.Place;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The topic of calls as it is: what the oracle counts, and whether each call that was sent is there once. */
public final class CallTopic implements AutoCloseable {

    /** The header of calls that are not of the loader's file. */
    public static final String NOT_OF_THE_FILE = "not-of-the-file";

    private static final WireFormat<CallForService> FORMAT = new WireFormat<>(CallForService.SCHEMA$);

    private final CommittedTopic topic;
    private final SentCalls sent;
    private final Oracle oracle;
    private final List<String> unreadable = new ArrayList<>();

    CallTopic(String bootstrapServers, SentCalls sent, Duration bound) {
        topic = new CommittedTopic(bootstrapServers, Topic.CRIME_DATA.name());
        this.sent = sent;
        oracle = new Oracle(bound);
    }

    /** Reads what has come, and says what the job must make of all. */
    Expectation readOn() {
        topic.partitions().forEach(oracle::partition);
        topic.readOn(this::read);
        return oracle.expectation();
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        Place place = new Place(record.partition(), record.offset());
        Header poison = record.headers().lastHeader(PoisonKind.HEADER);
        if (poison == null) {
            readCall(place, record);
        } else if (PoisonKind.of(poison) == PoisonKind.FROM_FUTURE) {
            oracle.callFromFuture(place);
        } else {
            oracle.noCall(place);
        }
    }

    private void readCall(Place place, ConsumerRecord<byte[], byte[]> record) {
        try {
            CallForService call = FORMAT.decode(record.value());
            if (record.headers().lastHeader(NOT_OF_THE_FILE) == null) {
                sent.read(place.partition(), call.getCrimeId());
            }
            oracle.call(
                    place,
                    new CountedCall(
                            call.getCallDateTime(),
                            call.getOriginalCrimeTypeName(),
                            Objects.requireNonNullElse(call.getDisposition(), "")));
        } catch (MalformedRecordException e) {
            unreadable.add("record that nobody sent: " + place + ": " + e.getMessage());
        }
    }

    /** What is wrong in the topic itself. */
    List<String> differences() {
        List<String> all = new ArrayList<>(unreadable);
        all.addAll(sent.differences(topic.partitions()));
        return all;
    }

    @Override
    public void close() {
        topic.close();
    }
}
