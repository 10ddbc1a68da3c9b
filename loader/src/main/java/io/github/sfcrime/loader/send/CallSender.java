package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Sends calls to a topic, each under its number as text, and sees to it that every one is acknowledged. */
final class CallSender implements CallSink {

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Callback onAcknowledgement = this::acknowledge;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong begun = new AtomicLong();
    private long handedOver;

    public CallSender(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Whether there are calls that the broker has not acknowledged; any thread may ask. */
    boolean isWaiting() {
        return begun.get() > acknowledged.get();
    }

    /** Calls that the broker has acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void accept(OutgoingCall call) throws SendFailedException {
        refuseAfterFailure();
        begun.incrementAndGet();
        send(new ProducerRecord<>(topic, digits(call.crimeId()), call.payload()));
        // Only now, because an interrupted send hands nothing over.
        handedOver++;
    }

    private void send(ProducerRecord<byte[], byte[]> call) throws SendFailedException {
        try {
            // A failed send reaches the callback.
            var unused = producer.send(call, onAcknowledgement);
        } catch (KafkaException e) {
            // An earlier one was refused: this says no more than that.
            if (e.getCause() instanceof AuthorizationException refusal) {
                throw failed(refusal);
            }
            throw e;
        }
    }

    @Override
    public void complete() throws SendFailedException {
        flush();
    }

    /**
     * Waits until every call is acknowledged.
     *
     * @throws SendFailedException if one is not
     */
    void flush() throws SendFailedException {
        producer.flush();
        refuseAfterFailure();
        if (acknowledged() != handedOver) {
            throw new SendFailedException(
                    acknowledged() + " of " + handedOver + " calls sent to topic " + topic + " were acknowledged");
        }
    }

    private void acknowledge(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, exception);
        }
    }

    private void refuseAfterFailure() throws SendFailedException {
        Exception cause = failure.get();
        if (cause != null) {
            throw failed(cause);
        }
    }

    private SendFailedException failed(Exception cause) {
        return new SendFailedException(
                "cannot send to topic " + topic + ": " + cause.getMessage() + "; " + acknowledged()
                        + " calls were acknowledged before",
                cause);
    }

    /** The number's ASCII digits; positive numbers only, which call numbers are. */
    static byte[] digits(long number) {
        int length = 1;
        for (long rest = number; rest > 9; rest /= 10) {
            length++;
        }
        byte[] digits = new byte[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }
}
