package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.util.List;

/** Flink's own command line client against a stack's cluster. */
public final class FlinkClient {

    private final FlinkInstallation flink;
    private final Processes processes;

    public FlinkClient(FlinkInstallation flink, Processes processes) {
        this.flink = flink;
        this.processes = processes;
    }

    /** Runs it and captures its output. */
    ClientRun run(List<String> arguments) throws InterruptedException {
        try {
            Process process = start(processes.builder(flink.client(arguments)).redirectErrorStream(true));
            List<String> output;
            try (var reader = process.inputReader()) {
                output = reader.lines().toList();
            }
            return new ClientRun(process.waitFor(), output);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Runs it on this program's terminal. */
    public int runHere(List<String> arguments) throws InterruptedException {
        try {
            return start(processes.builder(flink.client(arguments)).inheritIO()).waitFor();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        return processes.start(builder);
    }

    private static StackFailure failure(IOException e) {
        return new StackFailure("cannot run Flink's client: " + e.getMessage(), e);
    }
}
