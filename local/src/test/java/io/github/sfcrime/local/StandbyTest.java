package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** A cluster with two JobManagers, of which the one that leads is killed. */
class StandbyTest {

    private static final LocalDateTime END = LocalDateTime.of(2018, 12, 1, 0, 0);

    @Test
    void theOtherJobManagerGoesOnWithTheJob() throws Exception {
        List<PlainCount.Call> calls = MadeUpCalls.of(2_000).calls();
        try (Stack stack = Stack.temporary()) {
            stack.start(
                    BrokerSettings.onFreePort(), ClusterSettings.onFreePort().jobManagers(2));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
                Topics.createIfMissing(admin, Topic.CRIME_DATA, 1);
            }
            CountingJob job = CountingJob.submit(
                    stack, List.of("-Dexecution.checkpointing.interval=500ms"), List.of("--watermark-bound", "P7D"));
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

            job.sendTo(0, CountingJob.bytes(new PlainCount.Call(END, "End", "")));
            List<String> expected = PlainCount.rows(calls);
            assertThat(job.rowsOnceThereAre(expected.size(), Stream::distinct)).isEqualTo(expected);
        }
    }

    private static boolean leads(Stack stack, String jobManager) throws IOException {
        Path log = stack.directory().resolve("logs/" + jobManager + ".log");
        return Files.readString(log).contains("DefaultDispatcherRunner was granted leadership");
    }
}
