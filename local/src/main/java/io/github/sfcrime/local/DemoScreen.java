package io.github.sfcrime.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What the demo's user sees: results on one side, all else on the other.
 *
 * @param out for results
 * @param err for all else
 * @param format of results
 */
record DemoScreen(PrintWriter out, PrintWriter err, OutputFormat format) {

    void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Every row of the topic, as they come. */
    ResultsReader everyRow(String bootstrapServers, String topic) throws IOException {
        return ResultsReader.of(bootstrapServers, topic, format.everyRow(out), out);
    }

    /** As much of the topic as a person wants to read, as it comes. */
    ResultsReader live(String bootstrapServers, String topic) throws IOException {
        return ResultsReader.of(bootstrapServers, topic, format.live(out), out);
    }

    /** Tells how to see what was not shown. */
    void sayWhereMoreIs(Stack stack, String topic, boolean stay) {
        if (format == OutputFormat.table) {
            say("shown are the latest windows and their highest counts; every row: ./sfcrime demo --until-done"
                    + (stay ? ", or now: ./sfcrime tail " + topic + " -b " + stack.bootstrapServers() : ""));
        }
        if (stay) {
            say("the job runs on, see " + stack.rest().url() + "; Ctrl-C ends it all");
        }
    }

    /** Shows that every call is accounted for, or that it is not. */
    void sumUp(LoadSummary load, Doors doors, ResultsReader results) {
        say("loaded   " + load.describe());
        say("counted  " + doors.describe());
        String rows =
                String.format(Locale.ROOT, "results  %,d rows, whose counts sum to %,d", results.rows(), results.sum());
        long open = doors.counted() - results.sum();
        say(open == 0 ? rows : rows + String.format(Locale.ROOT, "; %,d calls are in windows still open", open));
    }
}
