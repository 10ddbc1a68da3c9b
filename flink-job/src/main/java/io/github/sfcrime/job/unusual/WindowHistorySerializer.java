package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a {@link WindowHistory} as the number of its groups and, for each, its number, weeks and counts. */
final class WindowHistorySerializer extends VersionedSerializer<WindowHistory> {

    private static final int LATEST = 1;

    WindowHistorySerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<WindowHistory> duplicate() {
        return this;
    }

    @Override
    public WindowHistory createInstance() {
        return new WindowHistory();
    }

    @Override
    public WindowHistory copy(WindowHistory from) {
        return from.copy();
    }

    @Override
    protected void write(WindowHistory history, DataOutputView target) throws IOException {
        VariableLength.write(history.size(), target);
        try {
            history.forEach((group, counts) -> write(group, counts, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Each week as how many come between it and the one before, which are few. */
    private static void write(long group, WeekCounts counts, DataOutputView target) {
        try {
            VariableLength.write(group, target);
            VariableLength.write(counts.size(), target);
            long before = 0;
            for (int i = 0; i < counts.size(); i++) {
                VariableLength.write(counts.week(i) - before, target);
                VariableLength.write(counts.count(i), target);
                before = counts.week(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected WindowHistory read(int layout, DataInputView source) throws IOException {
        WindowHistory history = new WindowHistory();
        for (long left = VariableLength.read(source); left > 0; left--) {
            long group = VariableLength.read(source);
            history.put(group, weeks(source));
        }
        return history;
    }

    private static WeekCounts weeks(DataInputView source) throws IOException {
        int size = (int) VariableLength.read(source);
        WeekCounts counts = new WeekCounts(size);
        long week = 0;
        for (int i = 0; i < size; i++) {
            week += VariableLength.read(source);
            counts.set(week, VariableLength.read(source));
        }
        return counts;
    }

    @Override
    public TypeSerializerSnapshot<WindowHistory> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<WindowHistory> {
        public Snapshot() {
            super(WindowHistorySerializer::new);
        }
    }
}
