package io.github.sfcrime.job.files;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** The folder of a row or call: the day in San Francisco that it is of, in the form that readers of Parquet find. */
final class DayFolder<T> implements BucketAssigner<T, String> {

    private static final long serialVersionUID = 1;

    private final TimeOf<T> time;

    DayFolder(TimeOf<T> time) {
        this.time = time;
    }

    @Override
    public String getBucketId(T element, Context context) {
        return "day=" + LocalDate.ofEpochDay(Math.floorDiv(time.applyAsLong(element), TimeUnit.DAYS.toMillis(1)));
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }

    /** A wall-clock time of an element, in milliseconds as if it were UTC. */
    interface TimeOf<T> extends ToLongFunction<T>, Serializable {}
}
