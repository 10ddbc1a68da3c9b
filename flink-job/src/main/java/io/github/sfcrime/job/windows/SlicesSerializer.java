package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupCountsSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** {@link Slices} as their number and, for each, its end and its counts. */
final class SlicesSerializer extends TypeSerializerSingleton<Slices> {

    static final SlicesSerializer INSTANCE = new SlicesSerializer();

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public Slices createInstance() {
        return new Slices();
    }

    @Override
    public Slices copy(Slices from) {
        return from.copy();
    }

    @Override
    public Slices copy(Slices from, Slices reuse) {
        return from.copy();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Slices slices, DataOutputView target) throws IOException {
        target.writeInt(slices.size());
        try {
            slices.forEach((counts, sliceEnd) -> write(sliceEnd, counts, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(long sliceEnd, GroupCounts counts, DataOutputView target) {
        try {
            target.writeLong(sliceEnd);
            GroupCountsSerializer.INSTANCE.serialize(counts, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Slices deserialize(DataInputView source) throws IOException {
        Slices slices = new Slices();
        for (int left = source.readInt(); left > 0; left--) {
            slices.append(source.readLong(), GroupCountsSerializer.INSTANCE.deserialize(source));
        }
        return slices;
    }

    @Override
    public Slices deserialize(Slices reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<Slices> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a savepoint that this serializer wrote the state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Slices> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
