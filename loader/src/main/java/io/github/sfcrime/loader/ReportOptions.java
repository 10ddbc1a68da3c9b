package io.github.sfcrime.loader;

import io.github.sfcrime.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a command's summary. */
final class ReportOptions {

    @Option(
            names = "--summary",
            paramLabel = "FORMAT",
            description = "The summary: text, one line on standard error, or json, one object on standard output"
                    + " (default: text).")
    private @Nullable SummaryFormat summary;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only, and the summary if --summary is given.")
    private boolean quiet;

    @Option(
            names = "--no-progress",
            description = "Show no progress bar, which is shown where standard error is a terminal.")
    private boolean noProgress;

    boolean isJson() {
        return summary == SummaryFormat.JSON;
    }

    Progress progress() {
        return new Progress(!quiet && !noProgress && Terminal.isStandardError());
    }

    /** Prints a remark that is no error. */
    void say(PrintWriter err, String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    void sumUp(SendSummary done, String text, PrintWriter out, PrintWriter err) throws IOException {
        if (summary == SummaryFormat.JSON) {
            out.println(done.asJson());
            out.flush();
        } else if (summary == SummaryFormat.TEXT || !quiet) {
            err.println(text);
            err.flush();
        }
    }
}
