package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.cli.UserErrorException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often each contender runs, what is cut from a run, and where all of it is written. */
final class RunOptions {

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each contender, in a new order each time (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "10s",
            description =
                    "What is cut from the beginning of every run, at most its first half (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ofSeconds(10);

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            description = "Append every run with all its samples to this file, as JSON lines.")
    private @Nullable Path raw;

    int repetitions() {
        UserErrorException.unlessAtLeast(1, "--repetitions", repetitions);
        return repetitions;
    }

    Duration warmUp() {
        return warmUp;
    }

    @Nullable
    Path raw() {
        return raw;
    }
}
