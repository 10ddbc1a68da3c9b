package io.github.sfcrime.job.layouts;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes state in its latest layout and reads all earlier ones: each value begins with the number of its layout. A new
 * field is a new layout; old values are rewritten when they change, and a restore migrates nothing.
 *
 * @param <T> the type of the state
 */
public abstract class VersionedSerializer<T> extends TypeSerializer<T> {

    private final int latest;

    /** @param latest number of the layout that is written, from 1 */
    protected VersionedSerializer(int latest) {
        this.latest = latest;
    }

    /** Writes a value in the latest layout. */
    protected abstract void write(T value, DataOutputView target) throws IOException;

    /** Reads a value that was written in the layout of that number, from 1 to the latest. */
    protected abstract T read(int layout, DataInputView source) throws IOException;

    @Override
    public final void serialize(T value, DataOutputView target) throws IOException {
        target.writeByte(latest);
        write(value, target);
    }

    @Override
    public final T deserialize(DataInputView source) throws IOException {
        int layout = source.readUnsignedByte();
        if (layout < 1 || layout > latest) {
            throw new IOException(
                    "cannot read state of %s in layout %d: this version knows 1 to %d; go on with the version that wrote it"
                            .formatted(getClass().getSimpleName(), layout, latest));
        }
        return read(layout, source);
    }

    @Override
    public final T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public final void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public final T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public final boolean isImmutableType() {
        return false;
    }

    @Override
    public final int getLength() {
        return -1;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // Two kinds of state are never written by the same.
    public final boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }

    /**
     * The snapshot of the serializer in savepoints: the latest layout that values may have.
     *
     * @param <T> the type of the state
     */
    public abstract static class Snapshot<T> implements TypeSerializerSnapshot<T> {

        private final Supplier<? extends VersionedSerializer<T>> serializer;

        protected Snapshot(Supplier<? extends VersionedSerializer<T>> serializer) {
            this.serializer = serializer;
        }

        @Override
        public final int getCurrentVersion() {
            return ((VersionedSerializer<T>) serializer.get()).latest;
        }

        @Override
        public final void writeSnapshot(DataOutputView target) {}

        @Override
        public final void readSnapshot(int layout, DataInputView source, ClassLoader classes) throws IOException {
            if (layout > getCurrentVersion()) {
                throw new IOException(
                        "cannot read state of %s up to layout %d: this version knows 1 to %d; go on with the version that wrote it"
                                .formatted(serializer.get().getClass().getSimpleName(), layout, getCurrentVersion()));
            }
        }

        @Override
        public final TypeSerializer<T> restoreSerializer() {
            return serializer.get();
        }

        @Override
        public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
            return getClass() == old.getClass()
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
