package io.github.sfcrime.job.calls;

import org.jspecify.annotations.Nullable;

/**
 * Calls of one partition that go on together, in the order in which they lie there; at least one. The columns are of one
 * length, but for those of fields that are not among the {@link NeededFields}, which are empty. What {@link CallRecord} says of
 * its fields holds for each call of a column.
 */
public class CallBatch {

    public String topic = "";
    public int partition;
    public long[] offsets = {};
    public long[] timestamps = {};
    public byte[] @Nullable [] keys = {};
    public byte[] @Nullable [] values = {};

    public long[] callDateTimes = {};
    public String[] types = {};
    public @Nullable String[] dispositions = {};
    public long[] crimeIds = {};
    public @Nullable String[][] places = {};
    public @Nullable Problem[] problems = {};
    public long[] watermarks = {};

    public CallBatch() {}

    /** Space for so many calls. */
    CallBatch(int size, NeededFields needed) {
        offsets = new long[size];
        timestamps = new long[size];
        keys = new byte[size][];
        values = new byte[size][];
        callDateTimes = new long[size];
        types = new String[size];
        dispositions = new String[size];
        crimeIds = new long[needed.crimeId() ? size : 0];
        places = new String[needed.places() ? size : 0][Places.FIELDS.size()];
        problems = new Problem[size];
        watermarks = new long[size];
    }

    public int size() {
        return callDateTimes.length;
    }

    /** Marks a call as one that can't be counted, which then has no event time. */
    void reject(int i, Problem problem) {
        problems[i] = problem;
        callDateTimes[i] = CallRecord.NO_EVENT_TIME;
    }

    /** A call by itself. */
    public CallRecord call(int i) {
        CallRecord call = new CallRecord();
        call.callDateTime = callDateTimes[i];
        call.originalCrimeTypeName = types[i];
        call.disposition = dispositions[i];
        call.crimeId = crimeIds.length == 0 ? 0 : crimeIds[i];
        call.places = places.length == 0 ? new String[0] : places[i];
        call.problem = problems[i];
        call.watermark = watermarks[i];
        call.source = source(i);
        return call;
    }

    /** The record that a call came in. */
    public SourceRecord source(int i) {
        SourceRecord source = new SourceRecord();
        source.topic = topic;
        source.partition = partition;
        source.offset = offsets[i];
        source.timestamp = timestamps[i];
        source.key = keys[i];
        source.value = values[i];
        return source;
    }

    /** Calls of one partition. */
    public static CallBatch of(CallRecord... calls) {
        boolean places = calls[0].places.length > 0;
        CallBatch batch = new CallBatch(calls.length, new NeededFields(true, places));
        batch.topic = calls[0].source.topic;
        batch.partition = calls[0].source.partition;
        for (int i = 0; i < calls.length; i++) {
            batch.set(i, calls[i]);
        }
        return batch;
    }

    private void set(int i, CallRecord call) {
        offsets[i] = call.source.offset;
        timestamps[i] = call.source.timestamp;
        keys[i] = call.source.key;
        values[i] = call.source.value;
        callDateTimes[i] = call.callDateTime;
        types[i] = call.originalCrimeTypeName;
        dispositions[i] = call.disposition;
        crimeIds[i] = call.crimeId;
        if (places.length > 0) {
            places[i] = call.places;
        }
        watermarks[i] = call.watermark;
        if (call.problem != null) {
            reject(i, call.problem);
        }
    }
}
