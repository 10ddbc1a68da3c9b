package io.github.sfcrime.job.calls;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one partition that go on together, in the order in which they lie there; at least one. A column for each field
 * that calls are counted by: what {@link Call} and {@link SourceRecord} say of the field holds for each of its elements.
 * Columns are of one length, but for those of fields that are not among the {@link NeededFields}, which are empty.
 */
public class CallBatch {

    private static final int SPARE_BYTES = 256;
    private static final int LEGS = Leg.values().length;

    public String topic = "";
    public int partition;
    public long[] offsets = {};
    public long[] timestamps = {};
    public byte[] @Nullable [] keys = {};

    /** Arrays in which the values lie, perhaps with other bytes around them. */
    public byte[] @Nullable [] values = {};

    public int[] valueStarts = {};
    public int[] valueEnds = {};

    public long[] callDateTimes = {};
    public String[] types = {};
    public @Nullable String[] dispositions = {};
    public long[] crimeIds = {};
    public @Nullable String[][] places = {};
    public long[][] stages = {};
    public @Nullable String[] priorities = {};
    public @Nullable String[] districts = {};
    public long[] lastUpdates = {};

    /** The hash of each type: to look for it in the string is to wait for memory. */
    public int[] typeHashes = {};

    /** The hash of each disposition, 0 where there is none. */
    public int[] dispositionHashes = {};

    public @Nullable Problem[] problems = {};

    /** See {@link CallRecord#watermark}. */
    public long[] watermarks = {};

    /**
     * Whether the last is no call that came, but what the first was counted as before, which is to be counted no more.
     */
    public boolean takesBackLast;

    public CallBatch() {}

    /** A batch of so many records; of their calls nothing is there until there is room for them. */
    public CallBatch(String topic, int partition, int size) {
        this.topic = topic;
        this.partition = partition;
        offsets = new long[size];
        timestamps = new long[size];
        keys = new byte[size][];
        values = new byte[size][];
        valueStarts = new int[size];
        valueEnds = new int[size];
    }

    /** Leaves the first so many records, or makes room for so many; of their calls nothing may be there yet. */
    public void resizeTo(int size) {
        if (size != size()) {
            offsets = Arrays.copyOf(offsets, size);
            timestamps = Arrays.copyOf(timestamps, size);
            keys = Arrays.copyOf(keys, size);
            values = Arrays.copyOf(values, size);
            valueStarts = Arrays.copyOf(valueStarts, size);
            valueEnds = Arrays.copyOf(valueEnds, size);
        }
    }

    /** Makes room for those fields of the calls. */
    public void makeRoomFor(NeededFields needed) {
        int size = size();
        callDateTimes = new long[size];
        types = new String[size];
        dispositions = new String[size];
        crimeIds = new long[needed.crimeId() ? size : 0];
        places = new String[needed.places() ? size : 0][];
        stages = new long[needed.stages() ? size : 0][];
        priorities = new String[stages.length];
        districts = new String[stages.length];
        lastUpdates = new long[needed.lastUpdate() ? size : 0];
        typeHashes = new int[size];
        dispositionHashes = new int[size];
        problems = new Problem[size];
        watermarks = new long[size];
    }

    /** Makes a call one of which nothing has been read. */
    public void clear(int i) {
        types[i] = "";
        dispositions[i] = null;
        dispositionHashes[i] = 0;
        problems[i] = null;
        if (lastUpdates.length > 0) {
            lastUpdates[i] = Call.NO_STAGE;
        }
        if (places.length > 0) {
            places[i] = new String[Places.KINDS.size()];
        }
        if (stages.length > 0) {
            stages[i] = new long[LEGS];
            Arrays.fill(stages[i], Call.NO_STAGE);
            priorities[i] = null;
            districts[i] = null;
        }
    }

    /** Calls of one partition, each in its record. */
    public static CallBatch of(CallRecord... calls) {
        SourceRecord source = calls[0].source;
        NeededFields all = new NeededFields(true, calls[0].places.length > 0, calls[0].stages.length > 0, true);
        CallBatch batch = new CallBatch(source.topic, source.partition, calls.length);
        batch.makeRoomFor(all);
        for (int i = 0; i < calls.length; i++) {
            batch.offsets[i] = calls[i].source.offset;
            batch.timestamps[i] = calls[i].source.timestamp;
            batch.keys[i] = calls[i].source.key;
            byte[] value = calls[i].source.value;
            if (value != null) {
                batch.setValue(i, ByteBuffer.wrap(value));
            }
            batch.set(i, calls[i]);
            batch.watermarks[i] = calls[i].watermark;
        }
        return batch;
    }

    public int size() {
        return offsets.length;
    }

    /** A batch of a call and of what it was counted as before, which is to be counted no more. */
    public static CallBatch update(CallRecord call, CallRecord before) {
        CallBatch batch = of(call, before);
        batch.watermarks[1] = call.watermark;
        batch.takesBackLast = true;
        return batch;
    }

    /** Whether it is no call that came, see {@link #takesBackLast}. */
    public boolean isTakenBack(int i) {
        return takesBackLast && i == size() - 1;
    }

    /** How many calls came. */
    public int came() {
        return takesBackLast ? size() - 1 : size();
    }

    private void set(int i, Call call) {
        callDateTimes[i] = call.callDateTime;
        types[i] = call.originalCrimeTypeName;
        dispositions[i] = call.disposition;
        typeHashes[i] = types[i].hashCode();
        dispositionHashes[i] = Objects.hashCode(dispositions[i]);
        if (crimeIds.length > 0) {
            crimeIds[i] = call.crimeId;
        }
        if (places.length > 0) {
            places[i] = call.places;
        }
        if (stages.length > 0) {
            stages[i] = call.stages;
            priorities[i] = call.priority;
            districts[i] = call.district;
        }
        if (lastUpdates.length > 0) {
            lastUpdates[i] = call.lastUpdate;
        }
        if (call.problem != null) {
            reject(i, call.problem);
        }
    }

    /** Sets the value that a call is read of. An array of which it is a small part is not kept for it. */
    public void setValue(int i, ByteBuffer value) {
        byte[] array = value.array();
        int start = value.arrayOffset() + value.position();
        int length = value.remaining();
        boolean isLarge = array.length > 2 * length + SPARE_BYTES;
        values[i] = isLarge ? Arrays.copyOfRange(array, start, start + length) : array;
        valueStarts[i] = isLarge ? 0 : start;
        valueEnds[i] = valueStarts[i] + length;
    }

    /** Says that a call can't be counted, so that it has no event time either. */
    public void reject(int i, Problem problem) {
        problems[i] = problem;
        callDateTimes[i] = Call.NO_EVENT_TIME;
    }

    /** A call in its record. */
    public CallRecord call(int i) {
        CallRecord call = new CallRecord();
        call.copyFrom(this, i);
        call.watermark = watermarks[i];
        call.source = source(i);
        return call;
    }

    /** The record of a call. */
    public SourceRecord source(int i) {
        SourceRecord source = new SourceRecord();
        source.topic = topic;
        source.partition = partition;
        source.offset = offsets[i];
        source.timestamp = timestamps[i];
        source.key = keys[i];
        byte[] value = values[i];
        source.value = value == null ? null : Arrays.copyOfRange(value, valueStarts[i], valueEnds[i]);
        return source;
    }
}
