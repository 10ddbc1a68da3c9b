package io.github.sfcrime.job.groups;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** {@link GroupCounts} as the number of groups and, for each, type, disposition and count. */
public final class GroupCountsSerializer extends TypeSerializerSingleton<GroupCounts> {

    public static final GroupCountsSerializer INSTANCE = new GroupCountsSerializer();

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public GroupCounts createInstance() {
        return new GroupCounts();
    }

    @Override
    public GroupCounts copy(GroupCounts from) {
        return from.copy();
    }

    @Override
    public GroupCounts copy(GroupCounts from, GroupCounts reuse) {
        return from.copy();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(GroupCounts counts, DataOutputView target) throws IOException {
        target.writeInt(counts.size());
        try {
            counts.forEach((group, count) -> write(group, count, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Group group, long count, DataOutputView target) {
        try {
            StringValue.writeString(group.first, target);
            StringValue.writeString(group.second, target);
            target.writeLong(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public GroupCounts deserialize(DataInputView source) throws IOException {
        GroupCounts counts = new GroupCounts();
        for (int left = source.readInt(); left > 0; left--) {
            counts.add(new Group(StringValue.readString(source), StringValue.readString(source)), source.readLong());
        }
        return counts;
    }

    @Override
    public GroupCounts deserialize(GroupCounts reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<GroupCounts> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a savepoint that this serializer wrote the state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupCounts> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
