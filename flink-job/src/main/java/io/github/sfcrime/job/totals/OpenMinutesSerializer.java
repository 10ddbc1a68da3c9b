package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link OpenMinutes} as how many there are and, for each, its start and its count. */
final class OpenMinutesSerializer extends VersionedSerializer<OpenMinutes> {

    private static final int LATEST = 1;

    OpenMinutesSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<OpenMinutes> duplicate() {
        return this;
    }

    @Override
    public OpenMinutes createInstance() {
        return new OpenMinutes();
    }

    @Override
    public OpenMinutes copy(OpenMinutes from) {
        return from.copy();
    }

    @Override
    protected void write(OpenMinutes minutes, DataOutputView target) throws IOException {
        VariableLength.write(minutes.size(), target);
        for (Map.Entry<Long, Long> minute : minutes.counts()) {
            target.writeLong(minute.getKey());
            VariableLength.write(minute.getValue(), target);
        }
    }

    @Override
    protected OpenMinutes read(int layout, DataInputView source) throws IOException {
        OpenMinutes minutes = new OpenMinutes();
        for (long left = VariableLength.read(source); left > 0; left--) {
            minutes.add(source.readLong(), VariableLength.read(source));
        }
        return minutes;
    }

    @Override
    public TypeSerializerSnapshot<OpenMinutes> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<OpenMinutes> {
        public Snapshot() {
            super(OpenMinutesSerializer::new);
        }
    }
}
