package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The local stack with metrics, on which the job counts synthetic calls. */
final class CountingStack implements AutoCloseable {

    private static final int CALLS = 50_000;

    private final Stack stack;
    private final String job;

    private CountingStack(Stack stack, String job) {
        this.stack = stack;
        this.job = job;
    }

    /** Starts it and returns once all calls have been read. */
    static CountingStack start(Path directory) throws InterruptedException {
        Stack stack = Stack.in(directory).withMetrics();
        try {
            stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
            load(stack);
            CountingStack counting = new CountingStack(stack, submit(stack));
            await("all calls have been read")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> stack.rest().metric(counting.job, "callsIn") == CALLS);
            return counting;
        } catch (RuntimeException | AssertionError | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private static void load(Stack stack) throws InterruptedException {
        Program loader = Program.run(loader(List.of(
                "generate", "-n", Integer.toString(CALLS), "-b", stack.bootstrapServers(), "-t", "crime_data")));
        assertThat(loader.exitCode()).as(loader.output()).isZero();
    }

    /** The command that runs the loader with those arguments. */
    static List<String> loader(List<String> arguments) {
        try {
            String classPath = Folder.file("loader/target/classes")
                    + File.pathSeparator
                    + Files.readString(Folder.file("loader/target/classpath")).strip();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", classPath));
            command.add("io.github.sfcrime.cli.Sfcrime");
            command.addAll(arguments);
            return command;
        } catch (IOException e) {
            throw new AssertionError("the loader is not built: " + e.getMessage(), e);
        }
    }

    private static String submit(Stack stack) throws InterruptedException {
        ClientRun run = stack.flink(List.of(
                "run",
                "--detached",
                "--parallelism",
                "2",
                "-Dexecution.checkpointing.interval=1s",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers()));
        return run.jobId().orElseThrow(() -> new AssertionError(run.output()));
    }

    FlinkRest rest() {
        return stack.rest();
    }

    String bootstrapServers() {
        return stack.bootstrapServers();
    }

    String job() {
        return job;
    }

    @Override
    public void close() {
        stack.close();
    }
}
