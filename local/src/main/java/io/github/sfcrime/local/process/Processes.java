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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of one stack. Each is started with a marker that names the stack's directory, and only processes with
 * that marker are ever stopped, whether they have a pid file or not.
 */
public final class Processes {

    private static final Path NOTHING = Path.of("/dev/null");

    private final StackDirectory directory;
    private final String marker;
    private final Map<String, Command> commands = new ConcurrentHashMap<>();
    private boolean closed;

    public Processes(StackDirectory directory) {
        this.directory = directory;
        marker = "-Dsfcrime.stack=" + directory.root();
    }

    /** Starts a process in the background, with a pid file and its output in a file. */
    public Process start(String name, Command command) {
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

    /** The names of the daemons that run, such as {@code taskmanager-1}, in their order. */
    public List<String> runningNames() {
        return recorded().stream()
                .filter(daemon -> running(daemon).isPresent())
                .map(Daemon::name)
                .toList();
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
        ProcessSignals.terminate(
                chosen.stream().flatMap(daemon -> running(daemon).stream()).toList());
        chosen.forEach(this::forget);
    }

    /** Kills a daemon and the processes that it has started, with no chance to clean up. */
    public void kill(String name) {
        for (Daemon daemon : named(name)) {
            ProcessSignals.kill(running(daemon).stream()
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .toList());
            forget(daemon);
        }
    }

    /** Starts a daemon that this object has started before, as it did, and does not wait until it serves. */
    public Process startAgain(String name) {
        Command command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("was not started here: " + name);
        }
        return start(name, command);
    }

    /** Stops a daemon where it is. */
    public void pause(String name) throws InterruptedException {
        signal(name, "STOP");
    }

    /** Lets a paused daemon go on. */
    public void resume(String name) throws InterruptedException {
        signal(name, "CONT");
    }

    /** Whether {@link #fillDisk} can do what it says on this machine. */
    public static boolean canFillDisks() {
        return FileLimit.isThere();
    }

    /** Lets each write of a daemon to a file fail, as on a disk that is full. */
    public void fillDisk(String name) throws InterruptedException {
        for (ProcessHandle process : runningNamed(name)) {
            FileLimit.allowNothing(process);
        }
    }

    /** Gives it room again, and starts it again where it has ended for want of it. */
    public void freeDisk(String name) throws InterruptedException {
        List<ProcessHandle> running = runningNamed(name);
        if (running.isEmpty()) {
            startAgain(name);
        }
        for (ProcessHandle process : running) {
            FileLimit.allowAll(process);
        }
    }

    /** Whether {@link #cutOff} can do what it says on this machine: only root can. */
    public static boolean canCutNetworks() throws InterruptedException {
        return NetworkCut.isPossible();
    }

    /** Cuts a daemon off the network for so long, so that nothing that it sends arrives, and nothing reaches it. */
    public void cutOff(String name, Duration time) throws InterruptedException {
        for (ProcessHandle process : runningNamed(name)) {
            try (NetworkCut cut = NetworkCut.of(process)) {
                cut.last(time.toMillis());
            }
        }
        if (runningNamed(name).isEmpty()) {
            startAgain(name);
        }
    }

    private List<ProcessHandle> runningNamed(String name) {
        return named(name).stream().flatMap(daemon -> running(daemon).stream()).toList();
    }

    private void signal(String name, String signal) throws InterruptedException {
        for (ProcessHandle process : runningNamed(name)) {
            ProcessSignals.send(signal, process);
        }
    }

    private List<Daemon> named(String name) {
        return recorded().stream().filter(daemon -> daemon.name().equals(name)).toList();
    }

    /** Terminates every process of this stack; this object starts none afterwards. */
    public synchronized void close() {
        closed = true;
        ProcessSignals.terminate(running());
        recorded().forEach(this::forget);
    }

    /** Kills every process of this stack, because this program is being terminated. */
    public synchronized void kill() {
        closed = true;
        ProcessSignals.kill(running());
        recorded().forEach(this::forget);
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
