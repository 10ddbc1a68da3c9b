package io.github.sfcrime.local;

import java.io.IOException;
import java.util.List;

/** Runs the loader as a process of a stack; its messages go to standard error. */
final class LoaderProgram {

    private static final String MAIN = "io.github.sfcrime.cli.Sfcrime";

    private final Processes processes;
    private final Checkout checkout;

    LoaderProgram(Processes processes, Checkout checkout) {
        this.processes = processes;
        this.checkout = checkout;
    }

    /** Runs it and waits for its end. */
    LoadSummary run(List<String> arguments) throws InterruptedException {
        JavaCommand command = JavaCommand.of(MAIN, checkout.programClassPath("loader"))
                .jvm("-Xmx512m", "-XX:+UseSerialGC")
                .arguments(arguments)
                .arguments("--summary", "json");
        try {
            Process process =
                    processes.start(processes.builder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
            List<String> output;
            try (var reader = process.inputReader()) {
                output = reader.lines().toList();
            }
            return LoadSummary.parse(process.waitFor(), output);
        } catch (IOException e) {
            throw new StackFailure("cannot run the loader: " + e.getMessage(), e);
        }
    }
}
