package io.github.sfcrime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The loader in a process of its own. */
final class LoaderProcess {

    private static final long POLL_MILLIS = 10;
    private static final long ENDS_WITHIN_SECONDS = 60;

    private final Path log;
    private final Process process;

    private LoaderProcess(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    static LoaderProcess start(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.add("io.github.sfcrime.loader.Loader");
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(directory, "loader-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", Checkout.find().programClassPath("loader"));
        builder.environment().putAll(environment);
        return new LoaderProcess(log, builder.start());
    }

    /** Kills it with no chance to clean up as soon as a condition holds, unless it ends by itself before. */
    void killWhen(BooleanSupplier condition) throws InterruptedException {
        boolean ended = false;
        while (!ended && !condition.getAsBoolean()) {
            ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return -1;
        }
        return process.exitValue();
    }

    /** What it printed, to both streams. */
    String output() throws IOException {
        return Files.readString(log);
    }
}
