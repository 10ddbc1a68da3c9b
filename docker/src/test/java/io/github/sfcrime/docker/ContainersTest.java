package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user does with the containers, on an engine of the test's own, with stand-ins for the images of others. */
@Tag("full")
class ContainersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLS = "containers-test.jsonl";

    private static Engine engine;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
        engine.makeImages();
    }

    @AfterAll
    static void stop() throws Exception {
        Files.deleteIfExists(calls());
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void fromAnEmptyEngineToRowsAndBack() throws Exception {
        engine.compose("up", "-d");
        generate();
        assertThat(engine.compose("run", "--rm", "loader", "-t", "crime_data", "-b", "kafka:9092", CALLS)
                        .output())
                .contains("read 5,000, sent 5,000, rejected 0");
        Map<String, Integer> counted = countedApart();
        await("every closed window has its rows")
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(rows(counted)).isEqualTo(counted));

        engine.compose("--profile", "metrics", "up", "-d", "--scale", "taskmanager=2", "prometheus", "taskmanager");
        await("Prometheus has found both TaskManagers")
                .atMost(Duration.ofMinutes(5))
                .until(() -> scraped().equals(List.of("broker", "jobmanager", "taskmanager", "taskmanager")));

        engine.compose("--profile", "metrics", "down", "-v");
        assertThat(engine.docker("ps", "-aq")).isEmpty();
        assertThat(engine.docker("volume", "ls", "-q")).isEmpty();
    }

    private static Path calls() {
        return Folder.file("docker/data/" + CALLS);
    }

    private static void generate() throws Exception {
        Program generator =
                Program.run(CountingStack.loader(List.of("generate", "-n", "5000", "-o", calls().toString())));
        assertThat(generator.exitCode()).as(generator.output()).isZero();
    }

    /** Calls per hour, type and disposition, but of the last two hours, which are not closed. */
    private static Map<String, Integer> countedApart() throws IOException {
        List<JsonNode> calls = new ArrayList<>();
        for (String line : Files.readAllLines(calls())) {
            calls.add(JSON.readTree(line));
        }
        LocalDateTime end = calls.stream()
                .map(ContainersTest::hour)
                .max(LocalDateTime::compareTo)
                .orElseThrow()
                .minusHours(1);
        Map<String, Integer> counts = new TreeMap<>();
        calls.stream()
                .filter(call -> hour(call).isBefore(end))
                .forEach(call -> counts.merge(group(hour(call), call), 1, Integer::sum));
        return counts;
    }

    private static LocalDateTime hour(JsonNode call) {
        return LocalDateTime.parse(call.path("call_date_time").asText().replaceFirst("\\.\\d+$", ""))
                .truncatedTo(ChronoUnit.HOURS);
    }

    private static String group(LocalDateTime hour, JsonNode node) {
        return hour + " " + node.path("original_crime_type_name").asText() + " "
                + node.path("disposition").asText();
    }

    /** The rows that a program outside of the containers reads, of the groups that are asked for. */
    private static Map<String, Integer> rows(Map<String, Integer> groups) throws Exception {
        String classPath = Folder.file("console/target/classes")
                + File.pathSeparator
                + Folder.text("console/target/classpath").strip();
        Program tail = Program.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                "io.github.sfcrime.cli.Sfcrime",
                "tail",
                "crime_counts",
                "-b",
                "localhost:" + engine.port("KAFKA_PORT"),
                "--from",
                "earliest",
                "--format",
                "json"));
        Map<String, Integer> rows = new TreeMap<>();
        for (String line :
                tail.output().lines().filter(text -> text.startsWith("{")).toList()) {
            JsonNode row = JSON.readTree(line);
            rows.put(
                    group(LocalDateTime.parse(row.path("window_start").asText()), row),
                    row.path("count").asInt());
        }
        rows.keySet().retainAll(groups.keySet());
        return rows;
    }

    /** The processes that Prometheus has metrics of. */
    private static List<String> scraped() throws Exception {
        URI query = URI.create("http://localhost:" + engine.port("PROMETHEUS_PORT") + "/api/v1/query?query=up%3D%3D1");
        List<String> processes = new ArrayList<>();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString())
                    .body();
            JSON.readTree(answer)
                    .at("/data/result")
                    .forEach(
                            series -> processes.add(series.at("/metric/process").asText()));
        } catch (IOException notYet) {
            return List.of();
        }
        Collections.sort(processes);
        return processes;
    }
}
