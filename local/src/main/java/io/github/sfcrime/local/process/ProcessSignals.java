package io.github.sfcrime.local.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is sent to processes: to end, which is waited for, or any other signal. */
final class ProcessSignals {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

    private ProcessSignals() {}

    /** Terminates them, and kills those that do not end in time. */
    static void terminate(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!await(processes)) {
            kill(processes);
        }
    }

    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        await(processes);
    }

    /** Sends a signal that the program {@code kill} knows, such as {@code STOP}. */
    static void send(String signal, ProcessHandle process) throws InterruptedException {
        try {
            Programs.run("kill", "-" + signal, Long.toString(process.pid()));
        } catch (StackFailure e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    private static boolean await(List<ProcessHandle> processes) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
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
}
