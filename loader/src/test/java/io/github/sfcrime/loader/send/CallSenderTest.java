package io.github.sfcrime.loader.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class CallSenderTest {

    private static final OutgoingCall CALL = new OutgoingCall(0, 183653763L, new byte[] {1, 2});

    @Test
    void aCallGoesUnderItsNumberAsText() throws SendFailedException {
        MockProducer<byte[], byte[]> producer = producer(true);
        CallSender sender = new CallSender(producer, "calls");

        sender.accept(CALL);
        sender.flush();

        assertThat(producer.history())
                .extracting(
                        record -> record.topic(),
                        record -> new String(record.key(), StandardCharsets.UTF_8),
                        record -> List.of(record.value()[0], record.value()[1]))
                .containsExactly(tuple("calls", "183653763", List.of((byte) 1, (byte) 2)));
        assertThat(sender.acknowledged()).isEqualTo(1);
    }

    @Test
    void aFailedAcknowledgementReachesTheNextCallAndTheEnd() throws SendFailedException {
        MockProducer<byte[], byte[]> producer = producer(false);
        CallSender sender = new CallSender(producer, "calls");
        sender.accept(CALL);
        sender.accept(CALL);
        producer.completeNext();
        producer.errorNext(new RecordTooLargeException("too large"));

        assertThatThrownBy(() -> sender.accept(CALL))
                .isInstanceOf(SendFailedException.class)
                .hasMessage("cannot send to topic calls: too large; 1 calls were acknowledged before");
        assertThatThrownBy(sender::flush).isInstanceOf(SendFailedException.class);
    }

    @Test
    void aTopicWithFewerRecordsThanWereAcknowledgedIsAFailure() throws SendFailedException {
        assertThat(PlainDelivery.foreign("calls", 5, 7)).isEqualTo(2);
        assertThatThrownBy(() -> PlainDelivery.foreign("calls", 5, 4))
                .hasMessage("topic calls has 4 new records where 5 calls were acknowledged: records were lost, see the"
                        + " broker's log");
    }

    private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
