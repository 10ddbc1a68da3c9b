package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code progress} on a real cluster with a running job. */
@OnSharedStack
class ProgressTest {

    private static final int CALLS = 3_000;

    @TempDir
    Path folder;

    @Test
    void reportsAddUpWithTheJobsOutcomesAndEndWhenTheJobIsCancelled(Stack stack, WarmClient client) throws Exception {
        Path file = folder.resolve("calls.json");
        MadeUpCalls.of(CALLS).write(file);
        load(stack, file);
        String job = submit(stack, client);
        try (ConsoleProcess progress = ConsoleProcess.start(
                folder,
                "progress",
                "--rest",
                stack.rest().url().toString(),
                "-b",
                stack.bootstrapServers(),
                "--interval",
                "PT0.5S")) {
            await("the first report")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> !progress.out().isEmpty());
            load(stack, file);
            await("a report in which the outcomes add up to all calls")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> isAllIn(last(progress)));
            JsonNode report = last(progress);

            assertThat(report.path("name").asText()).isEqualTo("Count calls for service");
            assertThat(report.path("id").asText()).isEqualTo(job);
            JsonNode source = report.path("sources").path(0);
            assertThat(sum(source.path("endOffset"))).isEqualTo(2 * CALLS);
            assertThat(reports(progress).stream()
                            .mapToLong(each -> each.path("numInputRows").asLong())
                            .sum())
                    .isBetween((long) CALLS, 2L * CALLS);
            assertThat(report.path("sink").path("description").asText()).isNotEmpty();
            assertThat(report.path("eventTime").path("watermark").asText()).startsWith("2018-11-");
            assertThat(report.path("checkpoint").path("completed").asLong()).isPositive();
            assertThat(report.path("stateOperators").toString()).contains("stateSizeBytes");

            client.run(List.of("cancel", job));
            assertThat(progress.exitCode()).isZero();
            assertThat(progress.err())
                    .containsExactly("sfcrime progress: job " + job + " (Count calls for service) has ended: CANCELED");
        }
    }

    private static void load(Stack stack, Path file) throws InterruptedException {
        stack.load(List.of("load", "-t", "crime_data", "-b", stack.bootstrapServers(), file.toString()));
    }

    private static String submit(Stack stack, WarmClient client) {
        ClientRun run = client.run(List.of(
                "run",
                "--detached",
                "-Dexecution.checkpointing.interval=500ms",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers()));
        return run.jobId().orElseThrow(() -> new AssertionError(run.output()));
    }

    /** Metrics come from operators one by one, so that those of a report need not be of one moment. */
    private static boolean isAllIn(JsonNode report) {
        return outcome(report, "callsIn") == 2 * CALLS
                && outcome(report, "callsCounted") + outcome(report, "callsLate") + outcome(report, "callsDeadLetter")
                        == 2 * CALLS
                && report.path("checkpoint").path("completed").asLong() > 0
                && isReadToTheEnd(report.path("sources").path(0));
    }

    private static boolean isReadToTheEnd(JsonNode source) {
        return source.path("lag").asLong() == 0 && source.path("endOffset").equals(source.path("latestOffset"));
    }

    private static long outcome(JsonNode report, String name) {
        return report.path("outcomes").path(name).asLong();
    }

    private static long sum(JsonNode offsets) {
        long sum = 0;
        for (JsonNode offset : offsets.path("crime_data")) {
            sum += offset.asLong();
        }
        return sum;
    }

    private static JsonNode last(ConsoleProcess progress) throws IOException {
        List<JsonNode> reports = reports(progress);
        return reports.get(reports.size() - 1);
    }

    private static List<JsonNode> reports(ConsoleProcess progress) throws IOException {
        List<JsonNode> reports = new ArrayList<>();
        for (String line : progress.out()) {
            reports.add(new JsonMapper().readTree(line));
        }
        return reports;
    }
}
