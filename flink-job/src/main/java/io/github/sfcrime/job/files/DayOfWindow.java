package io.github.sfcrime.job.files;

import io.github.sfcrime.job.results.ResultRow;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** The folder of a row: the day in San Francisco on which its window begins, in the form that readers of Parquet find. */
final class DayOfWindow implements BucketAssigner<ResultRow, String> {

    private static final long serialVersionUID = 1;

    @Override
    public String getBucketId(ResultRow row, Context context) {
        return "day=" + LocalDate.ofEpochDay(Math.floorDiv(row.windowStart, TimeUnit.DAYS.toMillis(1)));
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
