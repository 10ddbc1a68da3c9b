package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The job as an application with two JobManagers, of which the one that leads is killed. */
class StandbyTest {

    private static final int PARTITIONS = 4;
    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);

    @Test
    void theOtherJobManagerGoesOnWithTheApplication() throws Exception {
        List<PlainCount.Call> calls = MadeUpCalls.of(2_000).calls();
        try (Stack stack = Stack.temporary()) {
            stack.startApplication(
                    BrokerSettings.onFreePort(),
                    ClusterSettings.onFreePort().jobManagers(2).with("execution.checkpointing.interval", "500ms"),
                    List.of("--watermark-bound", "P7D"));
            CountingJob job = new CountingJob(stack, idOfTheOnlyJob(stack));
            job.send(calls.subList(0, 1_000));
            job.awaitCounted(1_000);
            job.awaitCheckpoint();
            assertThat(stack.processes().runningNames())
                    .containsExactly("broker", "jobmanager", "jobmanager-2", "taskmanager-1", "zookeeper");

            String leader = leads(stack, "jobmanager") ? "jobmanager" : "jobmanager-2";
            String standby = leader.equals("jobmanager") ? "jobmanager-2" : "jobmanager";
            stack.processes().kill(leader);
            await("the standby leads").atMost(Duration.ofMinutes(5)).until(() -> leads(stack, standby));
            stack.processes().startAgain(leader);
            job.send(calls.subList(1_000, 2_000));
            job.awaitCounted(2_000);

            for (int partition = 0; partition < PARTITIONS; partition++) {
                job.sendTo(partition, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
            }
            List<String> expected = PlainCount.rows(calls);
            assertThat(job.rowsOnceThereAre(expected.size(), Stream::distinct)).isEqualTo(expected);
        }
    }

    private static String idOfTheOnlyJob(Stack stack) {
        await("the application's job")
                .atMost(Duration.ofMinutes(5))
                .until(() -> stack.rest().get("/jobs").path("jobs").size() == 1);
        return stack.rest().get("/jobs").path("jobs").path(0).path("id").asText();
    }

    private static boolean leads(Stack stack, String jobManager) throws IOException {
        Path log = stack.directory().resolve("logs/" + jobManager + ".log");
        return Files.readString(log).contains("DefaultDispatcherRunner was granted leadership");
    }
}
