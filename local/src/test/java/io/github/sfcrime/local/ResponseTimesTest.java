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

/**
 * Response times and districts of generated calls: the SQL's answers are those of DuckDB, and the job's times are within one
 * percent of them, its counts exact.
 */
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
            run(stack, client, List.of(), step);
            engine.answer("response-times");
            long rows = read(stack, engine, Topic.CRIME_RESPONSE_TIMES);
            assertThat(rows).isPositive();
            assertThat(engine.differencesBeyond(ONE_PERCENT)).isEmpty();
            long ofDistricts = compareDistricts(stack, engine);

            run(stack, client, List.of("-c", "io.github.sfcrime.job.sql.CountCallsSql"), step);
            engine.answer("response-times");
            assertThat(read(stack, engine, Topic.CRIME_RESPONSE_TIMES)).isEqualTo(rows);
            assertThat(engine.differences()).isEmpty();
            assertThat(compareDistricts(stack, engine)).isEqualTo(ofDistricts);
            System.out.printf(
                    "response-times and districts, a day every %s: %,d and %,d rows are the other engine's%n",
                    step, rows, ofDistricts);
        }
    }

    private static long compareDistricts(Stack stack, OtherEngine engine) throws Exception {
        engine.answer("districts");
        long rows = read(stack, engine, Topic.CRIME_COUNTS_BY_DISTRICT);
        assertThat(rows).isPositive();
        assertThat(engine.differences()).isEmpty();
        return rows;
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
                "response-times,districts",
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
    private static long read(Stack stack, OtherEngine engine, Topic topic) throws Exception {
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        long read;
        try (TopicReader reader = TopicReader.open(kafka, topic.name());
                OtherEngine.Rows rows = engine.rows()) {
            read = reader.readToEnd(rows);
        }
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(topic.name())).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(topic.name()));
        }
        return read;
    }
}
