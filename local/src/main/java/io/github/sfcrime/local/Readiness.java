package io.github.sfcrime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits for a process that was started to be ready, and tells why where it does not become so. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 50;

    private Readiness() {}

    /** Returns once {@code ready} holds, fails as soon as {@code process} has ended or the time is up. */
    static void await(String what, String name, Process process, StackDirectory directory, BooleanSupplier ready)
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

    /** The last thing that a process complained of, and where to read more. */
    static String lastWords(String name, StackDirectory directory) {
        Path log = directory.log(name);
        Path console = directory.console(name);
        String words = lastLine(log, " ERROR ").isEmpty() ? lastLine(console, "") : lastLine(log, " ERROR ");
        return (words.isEmpty() ? "" : ": " + words) + " (see " + (Files.exists(log) ? log : console) + ")";
    }

    private static String lastLine(Path file, String marker) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .filter(line -> !line.isBlank() && line.contains(marker))
                    .reduce("", (earlier, later) -> later)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
