package io.github.sfcrime.local;

import io.github.sfcrime.cli.OutputFormat;
import io.github.sfcrime.console.RecordWriter;
import io.github.sfcrime.console.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * What the demo's user sees: results on one side, all else on the other.
 *
 * @param out for results
 * @param err for all else
 * @param format of results
 */
record DemoScreen(Writer out, PrintWriter err, OutputFormat format) {

    private static final int ROWS_PER_WINDOW = 10;

    void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Every row of the query, as they come. */
    ResultsReader everyRow(String bootstrapServers, DemoQuery query) throws IOException {
        return ResultsReader.of(bootstrapServers, query.topic(), RecordWriter.of(format, out));
    }

    /** As much of the query's rows as a person wants to read, as they come; programs get every row. */
    ResultsReader live(String bootstrapServers, DemoQuery query) throws IOException {
        return ResultsReader.of(bootstrapServers, query.topic(), shortened(query));
    }

    private RecordWriter shortened(DemoQuery query) throws IOException {
        if (format != OutputFormat.table) {
            return RecordWriter.of(format, out);
        }
        return query == DemoQuery.TOTALS
                ? new LatestTotals(new Table(out), ROWS_PER_WINDOW, System::nanoTime)
                : new LatestWindows(new Table(out, ROWS_PER_WINDOW), System::nanoTime);
    }

    /** Tells how to see what was not shown. */
    void sayWhereMoreIs(Stack stack, DemoQuery query, boolean stay) {
        if (format == OutputFormat.table) {
            String shown =
                    query == DemoQuery.TOTALS ? "the highest totals" : "the latest windows and their highest counts";
            String demo = query == DemoQuery.COUNTS ? "demo" : "demo --query " + query.title();
            say("shown are " + shown + "; every row: sfcrime " + demo + " --until-done"
                    + (stay
                            ? ", or now: sfcrime tail " + query.topic() + " --from earliest -b "
                                    + stack.bootstrapServers()
                            : ""));
        }
        if (stay) {
            say("the job runs on, see " + stack.rest().url() + "; Ctrl-C ends it all");
        }
    }

    /** Shows that every call is accounted for, or that it is not. */
    void sumUp(LoadSummary load, JobOutcomes outcomes, ResultsReader results, DemoQuery query) {
        say("loaded   " + load.describe());
        say("counted  " + outcomes.describe());
        String rows = String.format(Locale.ROOT, "results  %,d rows", results.rows());
        if (!query.hasEachCallOnce()) {
            say(rows);
            return;
        }
        rows += String.format(Locale.ROOT, ", whose counts sum to %,d", results.sum());
        long open = outcomes.counted() - results.sum();
        say(open == 0 ? rows : rows + String.format(Locale.ROOT, "; %,d calls are in windows still open", open));
    }
}
