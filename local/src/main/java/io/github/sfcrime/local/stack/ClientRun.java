package io.github.sfcrime.local.stack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finished run of Flink's client.
 *
 * @param exitCode its exit code
 * @param output the lines that it printed
 */
public record ClientRun(int exitCode, List<String> output) {

    private static final Pattern JOB_ID = Pattern.compile("JobID:? ([0-9a-f]{32})");

    /** The id of the job that it submitted, if it did. */
    public Optional<String> jobId() {
        return output.stream()
                .map(JOB_ID::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
