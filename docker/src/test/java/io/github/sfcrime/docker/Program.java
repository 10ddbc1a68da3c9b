package io.github.sfcrime.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program that has ended.
 *
 * @param exitCode its exit code
 * @param output all that it printed
 */
record Program(int exitCode, String output) {

    /** Runs it and waits for its end. */
    static Program run(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Program(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command.get(0) + ": .ci/run installs it: " + e.getMessage(), e);
        }
    }
}
