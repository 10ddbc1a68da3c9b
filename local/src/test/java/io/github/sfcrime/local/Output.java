package io.github.sfcrime.local;

import io.github.sfcrime.cli.Sfcrime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

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
        int exitCode = new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Output(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }
}
