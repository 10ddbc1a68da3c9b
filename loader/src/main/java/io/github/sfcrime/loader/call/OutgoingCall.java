package io.github.sfcrime.loader.call;

/** An encoded call. */
public final class OutgoingCall {

    private final long rank;
    private final long crimeId;
    private final byte[] payload;

    /**
     * @param rank the sort key of sending
     * @param crimeId the call's number
     * @param payload the call in our wire format; not copied
     */
    public OutgoingCall(long rank, long crimeId, byte[] payload) {
        this.rank = rank;
        this.crimeId = crimeId;
        this.payload = payload;
    }

    public long rank() {
        return rank;
    }

    public long crimeId() {
        return crimeId;
    }

    public byte[] payload() {
        return payload;
    }
}
