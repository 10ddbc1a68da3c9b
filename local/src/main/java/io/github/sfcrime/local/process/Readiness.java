package io.github.sfcrime.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Waits until a started process is ready, and explains the failure where it is not. */
public final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 50;
    private static final Pattern EXCEPTION = Pattern.compile("^(Caused by: )?[\\w.$]+(Exception|Error)\\b");

    /** A JVM's note about options in its environment, which is no error. */
    private static final Pattern JVM_NOTE = Pattern.compile("^(NOTE: )?Picked up \\w+: ");

    private Readiness() {}

    /** Returns once {@code ready} holds; fails when {@code process} has ended or after the time limit. */
    public static void await(String what, String name, Process process, StackDirectory directory, BooleanSupplier ready)
            throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StackFailure("cannot start " + what + ": it ended with exit code " + process.exitValue()
                        + lastWords(name, directory));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("cannot start " + what + ": not ready after " + LIMIT.toSeconds() + " s"
                        + lastWords(name, directory));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The last error of a process, and the log that has it. */
    public static String lastWords(String name, StackDirectory directory) {
        Path log = directory.log(name);
        Path console = directory.console(name);
        String words = error(lines(log));
        return (words.isEmpty() ? lastLine(lines(console)) : words) + " (see " + (Files.exists(log) ? log : console)
                + ")";
    }

    /** The last error of a log, with its cause from the lines that follow. */
    private static String error(List<String> lines) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean isError = lines.get(i).contains(" ERROR ") || lines.get(i).contains("\"level\":\"ERROR\"");
            last = isError ? i : last;
        }
        if (last < 0) {
            return "";
        }
        String message = lines.get(last).replaceFirst("^.* - ", "").strip();
        return ": " + message
                + lines.stream()
                        .skip(last + 1L)
                        .filter(line -> EXCEPTION.matcher(line).find())
                        .reduce((outer, cause) -> cause)
                        .map(cause -> ": " + cause.replaceFirst("^Caused by: ", ""))
                        .orElse("");
    }

    private static String lastLine(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !JVM_NOTE.matcher(line).find())
                .reduce((earlier, later) -> later)
                .map(line -> ": " + line.strip())
                .orElse("");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
