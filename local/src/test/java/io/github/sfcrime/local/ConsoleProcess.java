package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the console in a process of its own. */
final class ConsoleProcess implements AutoCloseable {

    private static final long ENDS_WITHIN_SECONDS = 300;

    private final Process process;
    private final Path out;
    private final Path err;

    private ConsoleProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ConsoleProcess start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(ProgramProcess.QUICK_START);
        command.add("io.github.sfcrime.cli.Sfcrime");
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "console-", ".out");
        Path err = Files.createTempFile(directory, "console-", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CLASSPATH", Checkout.find().programClassPath("console"));
        return new ConsoleProcess(builder.start(), out, err);
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** The lines that it has printed, without one that is not yet whole. */
    List<String> out() throws IOException {
        String printed = Files.readString(out);
        return printed.substring(0, printed.lastIndexOf('\n') + 1).lines().toList();
    }

    List<String> err() throws IOException {
        return Files.readAllLines(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
