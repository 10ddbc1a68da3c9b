package io.github.sfcrime.benchmarks;

import io.github.sfcrime.cli.Sfcrime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        String[] all =
                Stream.concat(Stream.of("bench"), Arrays.stream(arguments)).toArray(String[]::new);
        int exitCode = new Sfcrime(out, Map.of())
                .commandLine(all)
                .setErr(new PrintWriter(err, true))
                .execute(all);
        return new Output(exitCode, out.toString(), err.toString().lines().toList());
    }
}
