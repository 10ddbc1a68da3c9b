package io.github.sfcrime.console.progress;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one line per report, and the heading again after every screenful. */
final class ProgressTable implements ProgressWriter {

    private static final int LINES_PER_HEADING = 20;
    private static final String HEADING = "    time UTC  arriving/s      read/s        lag  watermark (San Francisco)"
            + "      late  dead letter  rows out  checkpoint  busy  backpressure  restarts\n";

    private final Writer out;
    private int lines;

    ProgressTable(Writer out) {
        this.out = out;
    }

    @Override
    public void write(ProgressReport report) throws IOException {
        if (lines++ % LINES_PER_HEADING == 0) {
            out.write(HEADING);
        }
        out.write(String.format(
                Locale.ROOT,
                "%12s  %,10.0f  %,10.0f  %,9d  %-25s  %,8d  %,11d  %,8d  %10s  %4s  %12s  %8d%n",
                report.timestamp().substring(11).replaceAll("\\..*|Z", ""),
                report.inputRowsPerSecond(),
                report.processedRowsPerSecond(),
                report.lag(),
                orDash(report.eventTime().watermark()).replaceAll("\\.\\d+$", ""),
                report.outcomes().getOrDefault("callsLate", 0L),
                report.outcomes().getOrDefault("callsDeadLetter", 0L),
                report.sink().numOutputRows(),
                milliseconds(report.checkpoint().durationMs()),
                percent(report.backpressure().busyTimeMsPerSecond()),
                percent(report.backpressure().backPressuredTimeMsPerSecond()),
                report.restarts()));
        out.flush();
    }

    private static String milliseconds(@Nullable Long duration) {
        return duration == null ? "-" : String.format(Locale.ROOT, "%,d ms", duration);
    }

    private static String percent(long millisecondsPerSecond) {
        return Math.round(millisecondsPerSecond / 10.0) + "%";
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
