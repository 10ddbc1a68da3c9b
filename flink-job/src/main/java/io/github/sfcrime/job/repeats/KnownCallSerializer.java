package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Serializes what is known of a call: its times, its texts, and how many places and stages follow, with those. */
final class KnownCallSerializer extends VersionedSerializer<CallRecord> {

    private static final int LATEST = 1;

    KnownCallSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<CallRecord> duplicate() {
        return this;
    }

    @Override
    public CallRecord createInstance() {
        return new CallRecord();
    }

    /** The same: what is known of a call is replaced, and never changed. */
    @Override
    public CallRecord copy(CallRecord from) {
        return from;
    }

    @Override
    protected void write(CallRecord call, DataOutputView target) throws IOException {
        target.writeLong(call.callDateTime);
        target.writeLong(call.source.timestamp);
        target.writeLong(call.lastUpdate);
        StringValue.writeString(call.originalCrimeTypeName, target);
        StringValue.writeString(call.disposition, target);
        StringValue.writeString(call.priority, target);
        StringValue.writeString(call.district, target);
        VariableLength.write(call.places.length, target);
        for (String place : call.places) {
            StringValue.writeString(place, target);
        }
        VariableLength.write(call.stages.length, target);
        for (long stage : call.stages) {
            target.writeLong(stage);
        }
    }

    @Override
    protected CallRecord read(int layout, DataInputView source) throws IOException {
        CallRecord call = new CallRecord();
        call.callDateTime = source.readLong();
        call.source.timestamp = source.readLong();
        call.lastUpdate = source.readLong();
        call.originalCrimeTypeName = StringValue.readString(source);
        call.disposition = StringValue.readString(source);
        call.priority = StringValue.readString(source);
        call.district = StringValue.readString(source);
        @Nullable String[] places = new String[(int) VariableLength.read(source)];
        for (int i = 0; i < places.length; i++) {
            places[i] = StringValue.readString(source);
        }
        call.places = places;
        call.stages = new long[(int) VariableLength.read(source)];
        for (int i = 0; i < call.stages.length; i++) {
            call.stages[i] = source.readLong();
        }
        return call;
    }

    @Override
    public TypeSerializerSnapshot<CallRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<CallRecord> {
        public Snapshot() {
            super(KnownCallSerializer::new);
        }
    }
}
