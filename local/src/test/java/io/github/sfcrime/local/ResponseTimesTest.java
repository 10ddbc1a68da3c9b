package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Response times of generated calls: the SQL's are those of DuckDB, and the job's are within one percent of them. */
@OnSharedStack
class ResponseTimesTest {

    private static final double ONE_PERCENT = 0.01;

    @TempDir
    private Path folder;

    @Test
    void theJobAndItsSqlAnswerAsDuckDbDoes(Stack stack, WarmClient client) throws Exception {
        Path calls = folder.resolve("calls.json");
        stack.load(List.of("generate", "--quiet", "-n", "20000", "--stages", "--output", calls.toString()));
        stack.load(List.of("load", "--quiet", "-b", stack.bootstrapServers(), calls.toString()));
        try (OtherEngine engine = new OtherEngine(calls)) {
            compare(stack, client, engine);
        }
    }

    private static void compare(Stack stack, WarmClient client, OtherEngine engine) throws Exception {
        for (Duration step : List.of(Duration.ofDays(1), Duration.ofHours(6))) {
            engine.setWindows(Duration.ofDays(1), step);
            engine.answer("response-times");
            run(stack, client, List.of(), step);
            long rows = read(stack, engine);
            assertThat(rows).isPositive();
            assertThat(engine.differencesBeyond(ONE_PERCENT)).isEmpty();

            engine.answer("response-times");
            run(stack, client, List.of("-c", "io.github.sfcrime.job.sql.CountCallsSql"), step);
            assertThat(read(stack, engine)).isEqualTo(rows);
            assertThat(engine.differences()).isEmpty();
            System.out.printf("response-times, a day every %s: %,d rows are the other engine's%n", step, rows);
        }
    }

    private static void run(Stack stack, WarmClient client, List<String> entry, Duration step) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--parallelism", "2", "-Drestart-strategy.type=disable"));
        arguments.addAll(entry);
        arguments.addAll(List.of(
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--query",
                "response-times",
                "--goal",
                "A=8m",
                "--goal",
                "B=20m",
                "--window",
                "1d",
                "--slide",
                step.toString(),
                "--bounded"));
        ClientRun run = client.run(arguments);
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    }

    /** Takes in the rows, and removes their topic, so that they are not taken for those of the next run. */
    private static long read(Stack stack, OtherEngine engine) throws Exception {
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        String topic = Topic.CRIME_RESPONSE_TIMES.name();
        long read;
        try (TopicReader reader = TopicReader.open(kafka, topic);
                OtherEngine.Rows rows = engine.rows()) {
            read = reader.readToEnd(rows);
        }
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
        return read;
    }
}
