package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads calls where the consumer has just unpacked them: their bytes are in the processor's cache still, and need no copy.
 */
public final class CallDeserializer implements Deserializer<CallValue> {

    /** The property of the consumer that has the {@link CallDecoder}. */
    static final String DECODER = "sfcrime.call.decoder";

    private CallDecoder decoder = new CallDecoder();

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        decoder = (CallDecoder) Objects.requireNonNull(properties.get(DECODER), DECODER);
    }

    @Override
    public CallValue deserialize(String topic, Headers headers, ByteBuffer value) {
        try {
            return new CallValue(decoder.decode(value), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public CallValue deserialize(String topic, byte[] value) {
        throw new UnsupportedOperationException("the consumer hands on buffers");
    }
}
