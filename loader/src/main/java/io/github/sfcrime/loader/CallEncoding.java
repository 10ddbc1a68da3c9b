package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.OutgoingCall;
import io.github.sfcrime.loader.call.UnfitValueException;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.schemas.CallForService;
import java.util.function.Function;

/** Encodes calls for sending. */
final class CallEncoding {

    /** What a record and the batch around it take besides the value: headers, lengths and a key of up to 19 digits. */
    private static final int FRAMING = 128;

    private final CallOrder order;
    private final Function<CallForService, byte[]> format;
    private final int mostBytes;

    /**
     * @param order of sending
     * @param format gives a call's bytes
     * @param mostBytes what a record with nothing beside it may take
     */
    CallEncoding(CallOrder order, Function<CallForService, byte[]> format, int mostBytes) {
        this.order = order;
        this.format = format;
        this.mostBytes = mostBytes;
    }

    CallOrder order() {
        return order;
    }

    /**
     * The call as it is sent.
     *
     * @throws UnfitValueException if the record is larger than Kafka accepts
     */
    OutgoingCall encode(CallForService call) throws UnfitValueException {
        byte[] payload = format.apply(call);
        if (payload.length > mostBytes - FRAMING) {
            throw new UnfitValueException(
                    null, null, "makes a record of " + payload.length + " bytes, more than the topic takes");
        }
        return new OutgoingCall(order.rank(call), call.getCrimeId(), payload);
    }
}
