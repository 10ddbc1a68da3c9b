package io.github.sfcrime.job.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A SQL script as for Flink's SQL client: a comment is a line of its own, a semicolon ends the last line of a
 * statement.
 *
 * @param name the name of the file
 * @param text its content
 */
record SqlScript(String name, String text) {

    /** The script in the resource of that name. */
    static SqlScript read(String name) {
        try (InputStream in = Objects.requireNonNull(SqlScript.class.getResourceAsStream(name), name)) {
            return new SqlScript(name, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with other words in the one place that has {@code words}. */
    SqlScript with(String words, String others) {
        int first = text.indexOf(words);
        if (first < 0 || text.indexOf(words, first + 1) >= 0) {
            throw new IllegalStateException("not once in " + name + ": " + words);
        }
        return new SqlScript(name, text.replace(words, others));
    }

    /** Its statements, without comments and semicolons. */
    List<String> statements() {
        String code = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(code.split(";\\s*(\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
