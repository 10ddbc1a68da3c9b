package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.LoadSummary;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every query's rows, from loader to result topic, against those of DuckDB on the same file, row for row. */
@OnSharedStack
class OtherEngineTest {

    private static final Map<String, Topic> QUERIES = Map.of(
            "counts", Topic.CRIME_COUNTS,
            "types", Topic.CRIME_COUNTS_BY_TYPE,
            "top-types", Topic.CRIME_TOP_TYPES,
            "dispositions", Topic.CRIME_COUNTS_BY_DISPOSITION,
            "places", Topic.CRIME_COUNTS_BY_PLACE,
            "districts", Topic.CRIME_COUNTS_BY_DISTRICT,
            "response-times", Topic.CRIME_RESPONSE_TIMES,
            "totals", Topic.CRIME_TOTALS);

    private static Stack stack;
    private static WarmClient client;
    private static OtherEngine engine;
    private static long calls;

    @BeforeAll
    static void load(Stack shared, WarmClient itsClient) throws Exception {
        stack = shared;
        client = itsClient;
        Path file = RealCalls.orMadeUp(stack);
        engine = new OtherEngine(file);
        LoadSummary loaded = stack.load(List.of(
                "load",
                "--quiet",
                "--partitions",
                "4",
                "-b",
                stack.bootstrapServers(),
                "-t",
                Topic.CRIME_DATA.name(),
                file.toString()));
        calls = loaded.sent();
        assertThat(loaded.read()).isEqualTo(calls).isPositive();
    }

    @AfterAll
    static void stop() throws Exception {
        engine.close();
    }

    @Test
    void tumblingHours() throws Exception {
        compare(Duration.ofHours(1), Duration.ofHours(1));
    }

    @Test
    void localDaysAcrossTheEndOfDaylightSaving() throws Exception {
        compare(Duration.ofDays(1), Duration.ofDays(1));
    }

    @Tag("full")
    @Test
    void hoursHoppingByTenMinutes() throws Exception {
        compare(Duration.ofHours(1), Duration.ofMinutes(10));
    }

    private static void compare(Duration size, Duration step) throws Exception {
        deleteResults();
        String job = run(size, step);
        assertThat(outcomes(job)).isEqualTo(allCounted());
        engine.setWindows(size, step);
        for (Map.Entry<String, Topic> query : QUERIES.entrySet()) {
            engine.answer(query.getKey());
            long rows = read(query.getValue());
            assertThat(engine.differences()).as(query.getKey()).isEmpty();
            System.out.printf("%s: %,d rows are the other engine's%n", query.getKey(), rows);
        }
    }

    private static String run(Duration size, Duration step) {
        ClientRun run = client.run(List.of(
                "run",
                "--parallelism",
                "2",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--query",
                String.join(",", QUERIES.keySet()),
                "--window",
                size.toString(),
                "--slide",
                step.toString(),
                "--bounded"));
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
        return run.jobId().orElseThrow();
    }

    private static Map<String, Long> outcomes(String job) {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        allCounted()
                .keySet()
                .forEach(outcome -> outcomes.put(outcome, stack.rest().accumulator(job, outcome)));
        return outcomes;
    }

    private static Map<String, Long> allCounted() {
        return Map.of(
                "callsIn", calls,
                "callsCounted", calls,
                "callsTotalled", calls,
                "callsLate", 0L,
                "callsDeadLetter", 0L,
                "callsDuplicate", 0L,
                "callsFromFuture", 0L,
                "callsFiltered", 0L);
    }

    private static long read(Topic topic) throws Exception {
        long read;
        try (TopicReader reader = TopicReader.open(kafka(), topic.name());
                OtherEngine.Rows rows = engine.rows()) {
            read = reader.readToEnd(rows);
        }
        if (topic.equals(Topic.CRIME_TOTALS)) {
            engine.keepLastTotals();
        }
        return read;
    }

    /** Result topics have fixed names, and a run's rows must not be taken for those of the next. */
    private static void deleteResults() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            List<String> results = new ArrayList<>(admin.listTopics().names().get());
            results.remove(Topic.CRIME_DATA.name());
            admin.deleteTopics(results).all().get();
            await().until(() -> admin.listTopics().names().get().equals(Set.of(Topic.CRIME_DATA.name())));
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
    }
}
