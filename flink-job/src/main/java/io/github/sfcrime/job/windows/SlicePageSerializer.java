package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupTexts;
import io.github.sfcrime.job.layouts.VariableLength;
import io.github.sfcrime.job.layouts.VersionedSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializes a {@link SlicePage} as the texts of its groups, each once, the places in use and, for each of those, the
 * number of its groups and their numbers and counts.
 */
final class SlicePageSerializer extends VersionedSerializer<SlicePage> {

    private static final int LATEST = 1;

    private final GroupTexts texts = new GroupTexts();

    SlicePageSerializer() {
        super(LATEST);
    }

    @Override
    public TypeSerializer<SlicePage> duplicate() {
        return new SlicePageSerializer();
    }

    @Override
    public SlicePage createInstance() {
        return new SlicePage();
    }

    @Override
    public SlicePage copy(SlicePage from) {
        return from.copy();
    }

    @Override
    protected void write(SlicePage page, DataOutputView target) throws IOException {
        int size = size(page);
        List<Group> groups = new ArrayList<>(size);
        int[] numbers = number(page, size, groups);
        VariableLength.write(groups.size(), target);
        for (Group group : groups) {
            GroupTexts.write(group, target);
        }
        target.writeLong(page.taken());
        int written = 0;
        for (long left = page.taken(); left != 0; left &= left - 1) {
            GroupCounts counts = counts(page, left);
            write(counts, numbers, written, target);
            written += counts.size();
        }
    }

    private static int size(SlicePage page) {
        int size = 0;
        for (long left = page.taken(); left != 0; left &= left - 1) {
            size += counts(page, left).size();
        }
        return size;
    }

    /**
     * The number of the group of each count, in their order; numbers begin with 1.
     *
     * @param groups to which the groups are added, in the order of their numbers
     */
    private static int[] number(SlicePage page, int size, List<Group> groups) {
        int[] numbers = new int[size];
        if (page.size() == 1) {
            // The usual page where calls are dense: each group is there once.
            counts(page, page.taken()).forEach((group, count) -> groups.add(group));
            Arrays.setAll(numbers, i -> i + 1);
            return numbers;
        }
        GroupCounts numbered = new GroupCounts(size);
        int[] counted = {0};
        for (long left = page.taken(); left != 0; left &= left - 1) {
            counts(page, left).forEach((group, count) -> {
                int next = groups.size() + 1;
                int number = (int) numbered.getOrPut(group, next);
                if (number == next) {
                    groups.add(group);
                }
                numbers[counted[0]++] = number;
            });
        }
        return numbers;
    }

    private static GroupCounts counts(SlicePage page, long left) {
        return Objects.requireNonNull(page.get(Long.numberOfTrailingZeros(left)));
    }

    private static void write(GroupCounts counts, int[] numbers, int from, DataOutputView target) throws IOException {
        VariableLength.write(counts.size(), target);
        int[] next = {from};
        try {
            counts.forEach((group, count) -> write(numbers[next[0]++], count, target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(long number, long count, DataOutputView target) {
        try {
            VariableLength.write(number, target);
            VariableLength.write(count, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SlicePage read(int layout, DataInputView source) throws IOException {
        Group[] groups = new Group[(int) VariableLength.read(source)];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = texts.read(source);
        }
        SlicePage page = new SlicePage();
        for (long left = source.readLong(); left != 0; left &= left - 1) {
            int size = (int) VariableLength.read(source);
            GroupCounts counts = new GroupCounts(size);
            for (int more = size; more > 0; more--) {
                Group group = groups[(int) VariableLength.read(source) - 1];
                counts.add(group, VariableLength.read(source));
            }
            page.put(Long.numberOfTrailingZeros(left), counts);
        }
        return page;
    }

    @Override
    public TypeSerializerSnapshot<SlicePage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The snapshot of this serializer in savepoints. */
    public static final class Snapshot extends VersionedSerializer.Snapshot<SlicePage> {
        public Snapshot() {
            super(SlicePageSerializer::new);
        }
    }
}
