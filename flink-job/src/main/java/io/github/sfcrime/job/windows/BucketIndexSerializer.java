package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a {@link BucketIndex} as its times, the number of its pages and, for each, its number and slices. */
final class BucketIndexSerializer extends VersionedSerializer<BucketIndex> {

    private static final int LATEST = 1;

    BucketIndexSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<BucketIndex> duplicate() {
        return this;
    }

    @Override
    public BucketIndex createInstance() {
        return new BucketIndex();
    }

    @Override
    public BucketIndex copy(BucketIndex from) {
        return from.copy();
    }

    @Override
    protected void write(BucketIndex index, DataOutputView target) throws IOException {
        target.writeLong(index.complete);
        target.writeLong(index.timer);
        target.writeLong(index.runningStart);
        target.writeLong(index.runningEnd);
        VariableLength.write(index.size(), target);
        for (int i = 0; i < index.size(); i++) {
            target.writeLong(index.page(i));
            target.writeLong(index.taken(i));
        }
    }

    @Override
    protected BucketIndex read(int layout, DataInputView source) throws IOException {
        BucketIndex index = new BucketIndex();
        index.complete = source.readLong();
        index.timer = source.readLong();
        index.runningStart = source.readLong();
        index.runningEnd = source.readLong();
        for (long left = VariableLength.read(source); left > 0; left--) {
            index.append(source.readLong(), source.readLong());
        }
        return index;
    }

    @Override
    public TypeSerializerSnapshot<BucketIndex> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<BucketIndex> {
        public Snapshot() {
            super(BucketIndexSerializer::new);
        }
    }
}
