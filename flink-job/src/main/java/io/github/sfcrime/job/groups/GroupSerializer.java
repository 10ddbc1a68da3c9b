package io.github.sfcrime.job.groups;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Serializes a {@link Group} by its texts. It is a namespace key of state: the layout must never change. */
public final class GroupSerializer extends TypeSerializerSingleton<Group> {

    public static final GroupSerializer INSTANCE = new GroupSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Group createInstance() {
        return new Group("", null);
    }

    @Override
    public Group copy(Group from) {
        return from;
    }

    @Override
    public Group copy(Group from, Group reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Group group, DataOutputView target) throws IOException {
        GroupTexts.write(group, target);
    }

    @Override
    public Group deserialize(DataInputView source) throws IOException {
        return new Group(StringValue.readString(source), StringValue.readString(source));
    }

    @Override
    public Group deserialize(Group reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        StringValue.copyString(source, target);
        StringValue.copyString(source, target);
    }

    @Override
    public TypeSerializerSnapshot<Group> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Group> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
