package io.github.sfcrime.benchmarks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command has done.
 *
 * @param exitCode its exit code
 * @param out all that it printed on standard output
 * @param err the lines that it printed on standard error
 */
public record Output(int exitCode, String out, List<String> err) {

    public static Output of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Bench.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Output(exitCode, out.toString(), err.toString().lines().toList());
    }
}
