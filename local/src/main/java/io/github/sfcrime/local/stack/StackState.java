package io.github.sfcrime.local.stack;

import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Which processes of a stack are running, by its pid files and the system's processes. */
public final class StackState {

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final StackDirectory directory;
    private final Processes processes;
    private final List<Daemon> recorded;

    private StackState(StackDirectory directory, Processes processes) {
        this.directory = directory;
        this.processes = processes;
        recorded = processes.recorded();
    }

    public static StackState of(StackDirectory directory) {
        return new StackState(directory, new Processes(directory));
    }

    public StackDirectory directory() {
        return directory;
    }

    /** Whether any process of the stack runs. */
    public boolean isRunning() {
        return !processes.running().isEmpty();
    }

    /** Whether every process that was started is running. */
    public boolean isWhole() {
        return !recorded.isEmpty() && recorded.stream().allMatch(this::isRunning);
    }

    /** An address of the stack, such as {@link StackAddresses#FLINK}. */
    public String address(String name) {
        return directory.addresses().find(name).orElse("");
    }

    /** One line per process. */
    public List<String> describe() {
        return recorded.stream().map(this::describe).toList();
    }

    /** Removes the pid files of processes that have ended, and returns a line for each. */
    public List<String> forgetStale() {
        List<String> told = new ArrayList<>();
        for (Daemon daemon : recorded) {
            if (!isRunning(daemon)) {
                told.add("removed a stale pid file: " + daemon.name() + " was process " + daemon.pid());
                processes.forget(daemon);
            }
        }
        return told;
    }

    private boolean isRunning(Daemon daemon) {
        return processes.running(daemon).isPresent();
    }

    private String describe(Daemon daemon) {
        String state = isRunning(daemon) ? "running" : "gone";
        String since = isRunning(daemon)
                ? "since " + SINCE.format(LocalDateTime.ofInstant(daemon.started(), ZoneId.systemDefault()))
                : "see " + directory.log(daemon.name());
        return "%-14s %-8s pid %-8d %s  %s"
                .formatted(daemon.name(), state, daemon.pid(), since, address(daemon))
                .stripTrailing();
    }

    private String address(Daemon daemon) {
        return switch (daemon.name()) {
            case Broker.NAME -> address(StackAddresses.BROKERS);
            case Cluster.JOB_MANAGER -> address(StackAddresses.FLINK);
            default -> "";
        };
    }
}
