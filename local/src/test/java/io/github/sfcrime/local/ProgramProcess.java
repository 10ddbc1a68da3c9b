package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of this project's programs in a process of its own. */
final class ProgramProcess {

    private static final long POLL_MILLIS = 10;
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);

    /** Most of these programs live for a second. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path out;
    private final Path errors;
    private final Process process;

    private ProgramProcess(Path out, Path errors, Process process) {
        this.out = out;
        this.errors = errors;
        this.process = process;
    }

    /** Starts the loader, which works in {@code directory}. */
    static ProgramProcess loader(Path directory, String... arguments) throws IOException {
        return loader(directory, List.of(), arguments);
    }

    /** Starts the loader with more options for its JVM, which come last and so win. */
    static ProgramProcess loader(Path directory, List<String> jvm, String... arguments) throws IOException {
        return start(directory, "loader", "io.github.sfcrime.cli.Sfcrime", jvm, arguments);
    }

    /** Starts what shows topics. */
    static ProgramProcess console(Path directory, String... arguments) throws IOException {
        return start(directory, "console", "io.github.sfcrime.cli.Sfcrime", List.of(), arguments);
    }

    private static ProgramProcess start(
            Path directory, String module, String mainClass, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(QUICK_START);
        command.addAll(jvm);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, module + "-", ".out");
        Path errors = Files.createTempFile(directory, module + "-", ".err");
        ProcessBuilder builder = new ProcessBuilder(Signals.heard(command))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("CLASSPATH", Checkout.find().programClassPath(module));
        return new ProgramProcess(out, errors, builder.start());
    }

    /** Kills it with no chance to clean up as soon as a condition holds, unless it ends by itself before. */
    void killWhen(BooleanSupplier condition) throws InterruptedException {
        awaitCondition(condition);
        process.destroyForcibly().waitFor();
    }

    /** Does what Ctrl-C does as soon as a condition holds, unless it ends by itself before. */
    void interruptWhen(BooleanSupplier condition) throws InterruptedException, IOException {
        awaitCondition(condition);
        signal("-INT", process.pid());
    }

    /** Sends a signal to a process, as {@code kill} does. */
    static void signal(String signal, long pid) throws InterruptedException, IOException {
        new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    }

    /** Returns as soon as its main thread is somewhere below that method, or the program has ended. */
    void awaitCallOf(String method) throws InterruptedException {
        awaitCondition(() -> mainThread().contains(method + "("));
    }

    private String mainThread() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process dump = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String threads = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int main = threads.indexOf("\"main\"");
            return main < 0 ? "" : threads.substring(main, threads.indexOf("\n\n", main));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns as soon as a condition holds or the program has ended. */
    void awaitCondition(BooleanSupplier condition) throws InterruptedException {
        boolean ended = false;
        while (!ended && !condition.getAsBoolean()) {
            ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Its exit code once it has ended, -1 if that takes more than five minutes. */
    int exitCode() throws InterruptedException {
        return exitCode(ENDS_WITHIN);
    }

    /** Its exit code once it has ended, -1 if that takes longer, in which case it is killed. */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            return -1;
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** What it printed to standard output. */
    String output() throws IOException {
        return Files.readString(out);
    }

    /** What it printed to standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }
}
