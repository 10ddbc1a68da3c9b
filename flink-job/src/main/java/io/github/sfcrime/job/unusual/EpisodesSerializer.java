package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Serializes {@link Episodes} as their times and numbers, the suspects that wait, and the episodes that go on. */
final class EpisodesSerializer extends VersionedSerializer<Episodes> {

    private static final int LATEST = 1;

    EpisodesSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<Episodes> duplicate() {
        return this;
    }

    @Override
    public Episodes createInstance() {
        return new Episodes();
    }

    @Override
    public Episodes copy(Episodes from) {
        return from.copy();
    }

    @Override
    protected void write(Episodes episodes, DataOutputView target) throws IOException {
        target.writeLong(episodes.complete);
        target.writeLong(episodes.judged);
        VariableLength.write(episodes.changes.size(), target);
        for (Map.Entry<Long, Long> change : episodes.changes.entrySet()) {
            target.writeLong(change.getKey());
            target.writeLong(change.getValue());
        }
        List<Suspect> waiting =
                episodes.waiting.values().stream().flatMap(List::stream).toList();
        VariableLength.write(waiting.size(), target);
        for (Suspect suspect : waiting) {
            write(suspect, target);
        }
        VariableLength.write(episodes.open.size(), target);
        for (Episode episode : episodes.open.values()) {
            target.writeLong(episode.start);
            target.writeLong(episode.end);
            VariableLength.write(episode.windows, target);
            write(episode.peak, target);
        }
    }

    private static void write(Suspect suspect, DataOutputView target) throws IOException {
        target.writeLong(suspect.windowStart);
        target.writeLong(suspect.windowEnd);
        StringValue.writeString(suspect.type, target);
        StringValue.writeString(suspect.district, target);
        VariableLength.write(suspect.count, target);
        target.writeDouble(suspect.expected);
        VariableLength.write(suspect.lower, target);
        VariableLength.write(suspect.upper, target);
        target.writeDouble(suspect.probability);
    }

    @Override
    protected Episodes read(int layout, DataInputView source) throws IOException {
        Episodes episodes = new Episodes();
        long complete = source.readLong();
        episodes.judged = source.readLong();
        for (long left = VariableLength.read(source); left > 0; left--) {
            episodes.changes.put(source.readLong(), source.readLong());
        }
        for (long left = VariableLength.read(source); left > 0; left--) {
            episodes.add(suspect(source));
        }
        for (long left = VariableLength.read(source); left > 0; left--) {
            Episode episode =
                    new Episode(source.readLong(), source.readLong(), VariableLength.read(source), suspect(source));
            episodes.open.put(new Group(episode.peak.type, episode.peak.district), episode);
        }
        episodes.complete = complete;
        return episodes;
    }

    private static Suspect suspect(DataInputView source) throws IOException {
        Suspect suspect = new Suspect();
        suspect.windowStart = source.readLong();
        suspect.windowEnd = source.readLong();
        suspect.type = StringValue.readString(source);
        suspect.district = StringValue.readString(source);
        suspect.count = VariableLength.read(source);
        suspect.expected = source.readDouble();
        suspect.lower = VariableLength.read(source);
        suspect.upper = VariableLength.read(source);
        suspect.probability = source.readDouble();
        return suspect;
    }

    @Override
    public TypeSerializerSnapshot<Episodes> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<Episodes> {
        public Snapshot() {
            super(EpisodesSerializer::new);
        }
    }
}
