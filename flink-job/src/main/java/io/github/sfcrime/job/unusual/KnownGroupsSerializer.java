package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupTexts;
import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link KnownGroups} as the week, the next number, and of each group its texts and what is known of it. */
final class KnownGroupsSerializer extends VersionedSerializer<KnownGroups> {

    private static final int LATEST = 1;

    // Not shared: each thread has its own duplicate of the serializer.
    private final GroupTexts texts = new GroupTexts();

    KnownGroupsSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<KnownGroups> duplicate() {
        return new KnownGroupsSerializer();
    }

    @Override
    public KnownGroups createInstance() {
        return new KnownGroups();
    }

    @Override
    public KnownGroups copy(KnownGroups from) {
        return from.copy();
    }

    @Override
    protected void write(KnownGroups groups, DataOutputView target) throws IOException {
        target.writeLong(groups.week);
        VariableLength.write(groups.nextNumber, target);
        VariableLength.write(groups.size(), target);
        try {
            groups.forEach((group, known) -> write(group, known, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Group group, KnownGroup known, DataOutputView target) {
        try {
            GroupTexts.write(group, target);
            VariableLength.write(known.number, target);
            target.writeLong(known.firstWindowEnd);
            target.writeBoolean(known.judged);
            for (int windows : known.windows()) {
                VariableLength.write(windows, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected KnownGroups read(int layout, DataInputView source) throws IOException {
        KnownGroups groups = new KnownGroups();
        groups.week = source.readLong();
        groups.nextNumber = VariableLength.read(source);
        for (long left = VariableLength.read(source); left > 0; left--) {
            Group group = texts.read(source);
            groups.put(group, known(source));
        }
        return groups;
    }

    private static KnownGroup known(DataInputView source) throws IOException {
        long number = VariableLength.read(source);
        long firstWindowEnd = source.readLong();
        boolean judged = source.readBoolean();
        int[] windows = new int[KnownGroup.WARM_UP + 1];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = (int) VariableLength.read(source);
        }
        return new KnownGroup(number, firstWindowEnd, judged, windows);
    }

    @Override
    public TypeSerializerSnapshot<KnownGroups> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<KnownGroups> {
        public Snapshot() {
            super(KnownGroupsSerializer::new);
        }
    }
}
