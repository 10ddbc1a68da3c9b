package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/** Fails when a certain call comes for the first time, and notes how many rows were in the database then. */
final class FailOnce implements MapFunction<CallBatch, CallBatch> {

    private static final AtomicLong ROWS = new AtomicLong(-1);

    private final long crimeId;
    private final String url;

    FailOnce(CallRecord failing, String url) {
        crimeId = failing.crimeId;
        this.url = url;
    }

    static long rowsAtFailure() {
        return ROWS.get();
    }

    @Override
    public CallBatch map(CallBatch batch) throws Exception {
        if (ROWS.get() < 0 && Arrays.stream(batch.crimeIds).anyMatch(id -> id == crimeId)) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM crime_counts")) {
                rows.next();
                ROWS.set(rows.getLong(1));
            }
            throw new IllegalStateException("fails once");
        }
        return batch;
    }
}
