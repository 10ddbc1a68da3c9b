package io.github.sfcrime.local;

import java.io.IOException;
import java.util.List;

/** Flink's own command line client against a stack's cluster. */
final class FlinkClient {

    private final FlinkInstallation flink;
    private final Processes processes;

    FlinkClient(FlinkInstallation flink, Processes processes) {
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
    int runHere(List<String> arguments) throws InterruptedException {
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
