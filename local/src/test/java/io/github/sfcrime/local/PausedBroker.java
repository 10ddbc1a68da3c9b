package io.github.sfcrime.local;

import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.Broker;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.util.List;

/** A broker that is there and does nothing, until this is closed. */
final class PausedBroker implements AutoCloseable {

    private final List<Long> pids;

    private PausedBroker(List<Long> pids) {
        this.pids = pids;
    }

    static PausedBroker of(Stack stack) throws IOException, InterruptedException {
        Processes processes = new Processes(StackDirectory.at(stack.directory()));
        PausedBroker paused = new PausedBroker(processes.recorded().stream()
                .filter(daemon -> daemon.name().equals(Broker.NAME))
                .flatMap(daemon -> processes.running(daemon).stream())
                .map(ProcessHandle::pid)
                .toList());
        paused.signal("-STOP");
        return paused;
    }

    private void signal(String signal) throws IOException, InterruptedException {
        for (long pid : pids) {
            ProgramProcess.signal(signal, pid);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("-CONT");
    }
}
