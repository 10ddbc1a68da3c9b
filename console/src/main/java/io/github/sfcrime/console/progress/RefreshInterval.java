package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** The interval at which Flink refreshes its metrics. */
final class RefreshInterval {

    private static final String SETTING = "metrics.fetcher.update-interval";
    private static final long DEFAULT_MILLIS = 10_000;

    private RefreshInterval() {}

    /** Warns if reports are more frequent than new numbers. */
    static void warnIfLonger(FlinkRest rest, Duration interval, PrintWriter err) throws IOException {
        long millis = DEFAULT_MILLIS;
        for (JsonNode setting : rest.get("/jobmanager/config")) {
            if (setting.path("key").asText().equals(SETTING)) {
                millis = setting.path("value").asLong(DEFAULT_MILLIS);
            }
        }
        if (millis > interval.toMillis()) {
            err.println("sfcrime progress: Flink refreshes its metrics every " + millis + " ms, which is longer than"
                    + " --interval " + interval + ": some reports will repeat old numbers; set " + SETTING
                    + " in the cluster's configuration, or a longer interval");
        }
    }
}
