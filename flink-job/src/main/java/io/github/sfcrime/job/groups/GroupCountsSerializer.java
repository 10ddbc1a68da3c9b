package io.github.sfcrime.job.groups;

import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link GroupCounts} as the number of groups and, for each, its texts and its count. */
public final class GroupCountsSerializer extends VersionedSerializer<GroupCounts> {

    private static final int LATEST = 1;

    // Not shared: each thread has its own duplicate of the serializer.
    private final GroupTexts texts = new GroupTexts();

    public GroupCountsSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<GroupCounts> duplicate() {
        return new GroupCountsSerializer();
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
    protected void write(GroupCounts counts, DataOutputView target) throws IOException {
        VariableLength.write(counts.size(), target);
        try {
            counts.forEach((group, count) -> write(group, count, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Group group, long count, DataOutputView target) {
        try {
            GroupTexts.write(group, target);
            VariableLength.write(count, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected GroupCounts read(int layout, DataInputView source) throws IOException {
        int size = (int) VariableLength.read(source);
        GroupCounts counts = new GroupCounts(size);
        for (int left = size; left > 0; left--) {
            counts.add(texts.read(source), VariableLength.read(source));
        }
        return counts;
    }

    @Override
    public TypeSerializerSnapshot<GroupCounts> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<GroupCounts> {
        public Snapshot() {
            super(GroupCountsSerializer::new);
        }
    }
}
