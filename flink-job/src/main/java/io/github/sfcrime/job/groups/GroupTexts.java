package io.github.sfcrime.job.groups;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Serializes the texts of a {@link Group}; deserialized groups are interned. */
public final class GroupTexts implements Serializable {

    private transient @Nullable GroupPool pool;

    public static void write(Group group, DataOutputView target) throws IOException {
        StringValue.writeString(group.first, target);
        StringValue.writeString(group.second, target);
    }

    public Group read(DataInputView source) throws IOException {
        if (pool == null) {
            pool = new GroupPool();
        }
        return pool.get(StringValue.readString(source), StringValue.readString(source));
    }
}
