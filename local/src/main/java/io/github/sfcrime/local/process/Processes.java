package io.github.sfcrime.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of one stack. Each is started with a marker that names the stack's directory, and only processes with
 * that marker are ever stopped, whether they have a pid file or not.
 */
public final class Processes {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final Path NOTHING = Path.of("/dev/null");

    private final StackDirectory directory;
    private final String marker;
    private final Map<String, JavaCommand> commands = new ConcurrentHashMap<>();
    private boolean closed;

    public Processes(StackDirectory directory) {
        this.directory = directory;
        marker = "-Dsfcrime.stack=" + directory.root();
    }

    /** Starts a process in the background, with a pid file and its output in a file. */
    public Process start(String name, JavaCommand command) {
        commands.put(name, command);
        ProcessBuilder builder = command.builder(marker)
                .redirectInput(NOTHING.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.console(name).toFile());
        builder.command().addAll(0, OwnSession.prefix());
        try {
            Process process = start(builder);
            Instant started = process.info().startInstant().orElse(Instant.now());
            new Daemon(name, process.pid(), started).write(directory.pids());
            return process;
        } catch (IOException e) {
            throw new StackFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Starts a process of the stack that the caller waits for. */
    public synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new StackFailure(
                    "cannot start anything more: the stack in " + directory.root() + " is being stopped");
        }
        return builder.start();
    }

    /** A command's builder with this stack's marker. */
    public ProcessBuilder builder(JavaCommand command) {
        return command.builder(marker);
    }

    /** The daemons that have pid files, running or not, by name. */
    public List<Daemon> recorded() {
        if (!Files.isDirectory(directory.pids())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.pids())) {
            List<Daemon> daemons = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                daemons.add(Daemon.read(file));
            }
            daemons.sort(Comparator.comparing(Daemon::name));
            return daemons;
        } catch (IOException e) {
            throw new StackFailure("cannot read " + directory.pids() + ": " + e, e);
        }
    }

    /** The process of a recorded daemon, if it runs and is ours. */
    public Optional<ProcessHandle> running(Daemon daemon) {
        return daemon.process(marker);
    }

    /** All running processes of this stack, with a pid file or without. */
    public List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> Daemon.isMarked(process, marker))
                .toList();
    }

    /** Terminates the chosen daemons, kills those that do not end in time, and removes their pid files. */
    public void stop(Predicate<String> names) {
        List<Daemon> chosen =
                recorded().stream().filter(daemon -> names.test(daemon.name())).toList();
        end(chosen.stream().flatMap(daemon -> running(daemon).stream()).toList());
        chosen.forEach(this::forget);
    }

    /** Kills a daemon. */
    public void kill(String name) {
        for (Daemon daemon : named(name)) {
            List<ProcessHandle> process = running(daemon).stream().toList();
            process.forEach(ProcessHandle::destroyForcibly);
            await(process, STOPS_WITHIN);
            forget(daemon);
        }
    }

    /** Starts a daemon that this object has started before, as it did. */
    public Process startAgain(String name) {
        JavaCommand command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("was not started here: " + name);
        }
        return start(name, command);
    }

    /** Sends a daemon a signal that {@code kill} knows, such as {@code STOP}. */
    public void signal(String name, String signal) throws InterruptedException {
        for (Daemon daemon : named(name)) {
            for (ProcessHandle process : running(daemon).stream().toList()) {
                signal(process, signal);
            }
        }
    }

    private static void signal(ProcessHandle process, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(NOTHING.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackFailure("cannot send a signal to process " + process.pid() + ": " + e.getMessage(), e);
        }
    }

    private List<Daemon> named(String name) {
        return recorded().stream().filter(daemon -> daemon.name().equals(name)).toList();
    }

    /** Terminates every process of this stack; this object starts none afterwards. */
    public synchronized void close() {
        closed = true;
        end(running());
        recorded().forEach(this::forget);
    }

    /** Kills every process of this stack, because this program is being terminated. */
    public synchronized void kill() {
        closed = true;
        List<ProcessHandle> processes = running();
        processes.forEach(ProcessHandle::destroyForcibly);
        await(processes, STOPS_WITHIN);
        recorded().forEach(this::forget);
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!await(processes, STOPS_WITHIN)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            await(processes, STOPS_WITHIN);
        }
    }

    private static boolean await(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes a daemon's pid file. */
    public void forget(Daemon daemon) {
        try {
            Files.deleteIfExists(directory.pids().resolve(daemon.name() + ".pid"));
        } catch (IOException e) {
            throw new StackFailure("cannot remove the pid file of " + daemon.name() + ": " + e, e);
        }
    }
}
