package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.cli.Sfcrime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Synthetic calls that are loaded into the containers a batch of days after the other, and their independent count. */
final class ContainerCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 3_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2018, 10, 2, 0, 0);
    private static final int DAYS_BETWEEN = 2;

    /** What the loader says of a batch. */
    static final String LOADED = "read 3,000, sent 3,000, rejected 0";

    private final Engine engine;
    private final List<JsonNode> loaded = new ArrayList<>();
    private int batches;
    private String latest = "";

    ContainerCalls(Engine engine) {
        this.engine = engine;
    }

    /** Loads the next batch from outside of the containers, which is quicker than a container for it. */
    void load() throws IOException {
        make("calls-" + batches + ".jsonl");
        Instant begun = Instant.now();
        assertThat(sfcrime("load", "-t", "crime_data", "-b", broker(), data(latest)))
                .contains(LOADED);
        Steps.done("load " + latest, begun);
    }

    /** Loads the latest batch, perhaps again, by the loader's container, for which everything is there. */
    void loadByContainer() throws Exception {
        assertThat(engine.compose("run", "--rm", "--no-deps", "loader", "-t", "crime_data", "-b", "kafka:9092", latest)
                        .output())
                .contains(LOADED);
    }

    /** Makes the next batch, as a file of this name where the loader's container finds it. */
    void make(String name) throws IOException {
        write(name, BATCH);
        // An array and lines alike.
        try (InputStream bytes = Files.newInputStream(Path.of(data(name)));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                MappingIterator<JsonNode> calls = JSON.readerFor(JsonNode.class).readValues(plain)) {
            loaded.addAll(calls.readAll());
        }
        latest = name;
        batches++;
    }

    /** Writes so many calls of the days that come next. */
    void write(String name, int calls) {
        sfcrime(
                "generate",
                "--records=" + calls,
                "--start=" + FIRST.plusDays((long) DAYS_BETWEEN * batches),
                "--output=" + data(name));
    }

    private String data(String name) {
        return engine.folder().resolve("data").resolve(name).toString();
    }

    private String broker() {
        return "localhost:" + engine.port("KAFKA_PORT");
    }

    /** Runs one of our commands outside of the containers, and returns what it prints. */
    private static String sfcrime(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString() + err;
    }

    /**
     * Waits until every closed window has its rows.
     *
     * @param reading further options of the program that reads them
     */
    void awaitRows(String when, String... reading) {
        Map<String, Integer> expected = expected();
        Instant begun = Instant.now();
        await("every closed window has its rows " + when)
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(rows(expected, reading)).isEqualTo(expected));
        Steps.done("rows " + when, begun);
    }

    /** Calls per hour, type and disposition, but of the last two hours, which are not closed. */
    Map<String, Integer> expected() {
        LocalDateTime end = loaded.stream()
                .map(ContainerCalls::hour)
                .max(LocalDateTime::compareTo)
                .orElseThrow()
                .minusHours(1);
        Map<String, Integer> counts = new TreeMap<>();
        loaded.stream()
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
    private Map<String, Integer> rows(Map<String, Integer> groups, String... reading) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("tail", "crime_counts", "-b", broker(), "--from", "earliest", "--format", "json"));
        command.addAll(List.of(reading));
        Map<String, Integer> rows = new TreeMap<>();
        for (String line : sfcrime(command.toArray(String[]::new))
                .lines()
                .filter(text -> text.startsWith("{"))
                .toList()) {
            add(rows, JSON.readTree(line));
        }
        rows.keySet().retainAll(groups.keySet());
        return rows;
    }

    private static void add(Map<String, Integer> rows, JsonNode row) {
        rows.put(
                group(LocalDateTime.parse(row.path("window_start").asText()), row),
                row.path("count").asInt());
    }
}
