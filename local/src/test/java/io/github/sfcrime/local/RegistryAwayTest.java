package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Cluster;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is away when a TaskManager that knows no schema yet is to read calls in the registry's format. */
@Tag("full")
class RegistryAwayTest {

    private static final int CALLS = 1_000;
    private static final String TASK_MANAGER = Cluster.TASK_MANAGER + 1;

    @TempDir
    private Path directory;

    @Test
    void theJobIsRestartedUntilTheRegistryIsBackAndCountsEveryCallOnce() throws Exception {
        try (RegistryProcess registry = RegistryProcess.start(directory);
                Stack stack = Stack.temporary()) {
            stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
            load(stack, registry);
            CountingJob job = CountingJob.submit(
                    stack,
                    List.of("-Dexecution.checkpointing.interval=500ms"),
                    List.of("--watermark-bound", "P366D", "--schema-registry", registry.url()));
            job.awaitCounted(CALLS);
            job.awaitCheckpoint();

            // While it hangs it reads none of what is loaded meanwhile.
            stack.processes().pause(TASK_MANAGER);
            load(stack, registry);
            registry.pause();
            stack.processes().kill(TASK_MANAGER);
            stack.processes().startAgain(TASK_MANAGER);
            await("the job says that it lacks the registry")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> stack.rest()
                            .get("/jobs/" + job.id() + "/exceptions")
                            .toString()
                            .contains("schema registry"));
            registry.resume();

            job.awaitCounted(2 * CALLS);
            job.awaitOutcomes("2,000 in = 2,000 counted + 0 late + 0 dead letter");
        }
    }

    private void load(Stack stack, RegistryProcess registry) throws Exception {
        ProgramProcess loader = ProgramProcess.loader(
                directory,
                "generate",
                "--quiet",
                "-n",
                Integer.toString(CALLS),
                "-b",
                stack.bootstrapServers(),
                "--schema-registry",
                registry.url());
        assertThat(loader.exitCode()).as(loader.errors()).isZero();
    }
}
