package io.github.sfcrime.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param out the lines on its stdout
 * @param err the lines on its stderr
 */
record Output(int exitCode, List<String> out, List<String> err) {

    /** Runs a command as its user would, inside this JVM. */
    static Output of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands =
                Local.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commands.execute(arguments);
        return new Output(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }
}
