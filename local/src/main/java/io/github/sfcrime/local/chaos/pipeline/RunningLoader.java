package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The loader, which sends the calls of one file at a steady rate, each once however often it is started. */
public final class RunningLoader implements AutoCloseable {

    private static final int ENDS_WITHIN_SECONDS = 60;

    private final Stack stack;
    private final List<String> arguments;
    private final Path output;
    private @Nullable Process process;

    RunningLoader(Stack stack, Path calls, int rate, Path output) {
        this.stack = stack;
        this.output = output;
        arguments = List.of(
                "load",
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--topic",
                Topic.CRIME_DATA.name(),
                "--exactly-once",
                "--order",
                "file",
                "--rate",
                rate + "/s",
                "--quiet",
                // Partitions are added.
                "-X",
                "metadata.max.age.ms=1000",
                calls.toString());
    }

    /** Starts it where it does not run, as something that watches over it does. */
    public void ensureRunning() {
        if (process == null || !process.isAlive()) {
            process = stack.startLoader(arguments, output);
        }
    }

    /** Kills it. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Lets it send what it has taken, and end. */
    public void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
