package io.github.sfcrime.local.demo;

import io.github.sfcrime.cli.output.OutputFormat;
import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Table;
import io.github.sfcrime.local.stack.LoadSummary;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * The demo's output: results on standard output, all else on standard error.
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

    /** A reader that prints every row of the query. */
    ResultsReader everyRow(String bootstrapServers, DemoQuery query) throws IOException {
        return ResultsReader.of(bootstrapServers, query.topic(), RecordWriter.of(format, out));
    }

    /** A reader that prints the latest rows where people read, and every row where programs do. */
    ResultsReader live(String bootstrapServers, DemoQuery query) throws IOException {
        return ResultsReader.of(bootstrapServers, query.topic(), shortened(query));
    }

    private RecordWriter shortened(DemoQuery query) throws IOException {
        if (format != OutputFormat.table) {
            return RecordWriter.of(format, out);
        }
        return query.hasWindows()
                ? new LatestWindows(new Table(out, ROWS_PER_WINDOW), System::nanoTime)
                : new LatestTotals(new Table(out), ROWS_PER_WINDOW, System::nanoTime);
    }

    /** Says how to see the rows that were left out. */
    void sayWhereMoreIs(Stack stack, DemoQuery query, boolean stay) {
        if (format == OutputFormat.table) {
            String shown = query.hasWindows()
                    ? "the latest windows and their highest counts"
                    : "the groups with the most calls";
            String demo = query == DemoQuery.COUNTS ? "demo" : "demo --query " + query.queryName();
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

    /** Prints the summary: what was loaded, what became of it, and the results. */
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
