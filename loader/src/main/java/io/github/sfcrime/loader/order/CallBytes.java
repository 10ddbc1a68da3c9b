package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.nio.ByteBuffer;

/** How a call stands in memory and on disk while calls are put in order: rank, number, length of the payload, payload. */
final class CallBytes {

    /** What stands in front of the payload. */
    static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

    private CallBytes() {}

    static int length(OutgoingCall call) {
        return HEADER + call.payload().length;
    }

    static void put(OutgoingCall call, ByteBuffer buffer) {
        buffer.putLong(call.rank())
                .putLong(call.crimeId())
                .putInt(call.payload().length)
                .put(call.payload());
    }

    static OutgoingCall get(ByteBuffer buffer) {
        long rank = buffer.getLong();
        long crimeId = buffer.getLong();
        byte[] payload = new byte[buffer.getInt()];
        buffer.get(payload);
        return new OutgoingCall(rank, crimeId, payload);
    }

    /** How long the payload of the call is that begins at the buffer's position. */
    static int payloadLength(ByteBuffer buffer) {
        return buffer.getInt(buffer.position() + HEADER - Integer.BYTES);
    }
}
