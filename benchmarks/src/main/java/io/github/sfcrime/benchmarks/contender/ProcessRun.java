package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.cli.ShutdownHook;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender's process, which tells how far it is on its standard output. */
final class ProcessRun implements Contender.Run {

    private static final String RECORDS = "records ";

    /** Said by who comes to the end by itself, and lives on, so that its CPU time can still be looked at. */
    private static final String DONE = "done";

    private static final long STOPS_WITHIN_SECONDS = 10;

    private final String name;
    private final Process process;
    private final Path log;
    private final ShutdownHook endWithThisProgram;
    private volatile boolean isDone;
    private volatile Contender.Progress progress = new Contender.Progress(System.nanoTime(), 0);

    private ProcessRun(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        endWithThisProgram = new ShutdownHook(process::destroyForcibly, name + "-shutdown");
        Thread listener = new Thread(this::listen, name + "-progress");
        listener.setDaemon(true);
        listener.start();
    }

    static ProcessRun start(String name, ProcessBuilder builder, Path log) {
        try {
            return new ProcessRun(name, builder.redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(DONE)) {
                    isDone = true;
                } else if (line.startsWith(RECORDS)) {
                    long records = Long.parseLong(line.substring(RECORDS.length()));
                    if (records > progress.records()) {
                        progress = new Contender.Progress(System.nanoTime(), records);
                    }
                }
            }
        } catch (IOException endOfProcess) {
            // Its exit code tells how it ended.
        }
    }

    @Override
    public Contender.Progress progress() {
        return progress;
    }

    @Override
    public boolean isDone() {
        if (isDone || process.isAlive()) {
            return isDone;
        }
        if (process.exitValue() != 0) {
            throw new BenchmarkFailure(name + " has failed with exit code " + process.exitValue() + ": " + lastWords());
        }
        return true;
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    @Override
    public List<Long> processes() {
        return List.of(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        endWithThisProgram.cancel();
    }
}
