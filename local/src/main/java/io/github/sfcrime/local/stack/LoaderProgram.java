package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
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

    /** Runs it, with those options for its JVM too, and waits for its end. */
    LoadSummary run(List<String> arguments, List<String> jvm) throws InterruptedException {
        try {
            Process process = processes.start(
                    processes.builder(command(arguments, jvm)).redirectError(ProcessBuilder.Redirect.INHERIT));
            List<String> output;
            try (var reader = process.inputReader()) {
                output = reader.lines().toList();
            }
            return LoadSummary.parse(process.waitFor(), output);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Starts it and does not wait; what it prints is added to a file. */
    Process start(List<String> arguments, Path output) {
        try {
            return processes.start(processes
                    .builder(command(arguments, List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private JavaCommand command(List<String> arguments, List<String> jvm) {
        JavaCommand loader = JavaCommand.of(MAIN, checkout.programClassPath("loader"))
                .jvm("-Xmx512m", "-XX:+UseSerialGC")
                .jvm(jvm)
                .arguments(arguments)
                .arguments("--summary", "json");
        return checkout.classData().shared("loader", loader);
    }

    private static StackFailure failure(IOException e) {
        return new StackFailure("cannot run the loader: " + e.getMessage(), e);
    }
}
