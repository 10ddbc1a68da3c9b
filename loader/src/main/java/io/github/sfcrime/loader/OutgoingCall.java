package io.github.sfcrime.loader;

/** A call ready to be sent. */
final class OutgoingCall {

    private final long rank;
    private final long crimeId;
    private final byte[] payload;

    /**
     * @param rank what the order of sending goes by
     * @param crimeId the call's number
     * @param payload the call in our wire format; not copied
     */
    OutgoingCall(long rank, long crimeId, byte[] payload) {
        this.rank = rank;
        this.crimeId = crimeId;
        this.payload = payload;
    }

    long rank() {
        return rank;
    }

    long crimeId() {
        return crimeId;
    }

    byte[] payload() {
        return payload;
    }

    /** About what it takes on the heap: this object, the array and its header, a reference. */
    int heapBytes() {
        return 64 + payload.length;
    }
}
