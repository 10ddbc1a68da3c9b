package io.github.sfcrime.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process of a stack, as its pid file describes it.
 *
 * @param name what it is: {@code broker}, {@code jobmanager}, {@code taskmanager-1}, ...
 * @param pid its id, which the system may have reused since
 * @param started its start time, which tells it from another process with the same id
 */
public record Daemon(String name, long pid, Instant started) {

    /** Linux derives start times from the boot time, which changes a little when the clock is set. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(3);

    /** The daemon of a pid file. */
    public static Daemon read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.pid$", "");
        List<String> lines = Files.readAllLines(file);
        try {
            return new Daemon(name, Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
        } catch (RuntimeException damaged) {
            return new Daemon(name, -1, Instant.EPOCH);
        }
    }

    /** Writes its pid file into {@code folder}. */
    public void write(Path folder) throws IOException {
        Files.write(folder.resolve(name + ".pid"), List.of(Long.toString(pid), started.toString()));
    }

    /** The process, if it still runs: same id, same start time, same marker. */
    Optional<ProcessHandle> process(String marker) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedThen(process) && isMarked(process, marker));
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(started, instant).abs().compareTo(CLOCK_DRIFT) < 0)
                .orElse(false);
    }

    /** Whether the marker is among a process's arguments. */
    static boolean isMarked(ProcessHandle process, String marker) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(marker);
    }
}
