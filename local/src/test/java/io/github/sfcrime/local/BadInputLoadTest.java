package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds: what was read was sent or rejected, and the topic has what was sent. */
@OnSharedStack
class BadInputLoadTest {

    private static final List<String> HEAP = List.of("-Xmx512m");
    private static final int DEEP = 100_000;
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 100;

    @TempDir
    static Path directory;

    private static Stack stack;

    @BeforeAll
    static void start(Stack shared) {
        stack = shared;
    }

    @Test
    void linesThatAreNoCallsAreRejectedAndTheOthersArrive() throws Exception {
        Path file = write(
                "lines.jsonl",
                "\uFEFF" + call(1, "ok") + "\r",
                call(2, "x".repeat(2_000)),
                call(3, "y".repeat(2 * MEGABYTE)),
                "{\"crime_id\":NaN}",
                "{\"crime_id\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
                "{\"crime_id\":\"4\",\"crime_id\":\"5\"}",
                call(6, "a").replace("2018-12-31", "2018-02-30"),
                call(7, "a").replace("57:00.000", "57:00.000 Mars"),
                call(8, "a").replace("\"8\"", "\"eight\""),
                call(9, "a").replace("original_crime_type_name", "type"),
                "no JSON at all",
                "",
                call(10, "a").replace("2018-12-31T23:57", "2018-11-04T01:30"),
                call(11, "a").replace("2018-12-31T23:57", "2018-03-11T02:30"),
                call(1, "ok"));
        createTopic("lines", Map.of("max.message.bytes", "1500"));

        Outcome outcome = load("lines", file);

        assertThat(outcome).isEqualTo(new Outcome(0, 14, 4, 10, 4, ""));
    }

    @Test
    void aStringOfAHundredMegabytesIsRejectedInAHeapOfFiveHundred() throws Exception {
        Path file = writeHuge("huge.jsonl", call(1, "a") + "\n{\"crime_id\":\"", "\"}\n" + call(2, "b") + "\n");

        assertThat(load("huge", file)).isEqualTo(new Outcome(0, 3, 2, 1, 2, ""));
    }

    @Test
    void aStringOfAHundredMegabytesInAnArrayIsOneRejectAsWell() throws Exception {
        Path file = writeHuge("array.json", "[" + call(1, "a") + ",{\"crime_id\":\"", "\"}," + call(2, "b") + "]");

        assertThat(load("array", file)).isEqualTo(new Outcome(0, 3, 2, 1, 2, ""));
    }

    private static String call(int number, String type) {
        return "{\"crime_id\":\"" + number + "\",\"original_crime_type_name\":\"" + type
                + "\",\"call_date_time\":\"2018-12-31T23:57:00.000\"}";
    }

    private static Path write(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    private static Path writeHuge(String name, String start, String end) throws IOException {
        Path file = directory.resolve(name);
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void createTopic(String name, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            NewTopic topic = new NewTopic(name, Optional.of(2), Optional.empty()).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static Outcome load(String topic, Path file) throws Exception {
        Path rejects = directory.resolve(topic + "-rejects.jsonl");
        ProgramProcess load = ProgramProcess.loader(
                directory,
                HEAP,
                "load",
                "-b",
                stack.bootstrapServers(),
                "-t",
                topic,
                "--rejects",
                rejects.toString(),
                "--quiet",
                "--summary",
                "json",
                file.toString());
        int exitCode = load.exitCode();
        JsonNode summary = new ObjectMapper().readTree(load.output());
        long rejected = summary.get("rejected").asLong();
        if (rejected > 0) {
            assertThat(Files.readAllLines(rejects)).hasSize((int) rejected);
        }
        return new Outcome(
                exitCode,
                summary.get("read").asLong(),
                summary.get("sent").asLong(),
                rejected,
                new LoadedTopic(stack.bootstrapServers(), topic, 2).committedCount(),
                load.errors());
    }

    /** What a load said of itself, and what the topic has. */
    private record Outcome(int exitCode, long read, long sent, long rejected, long inTopic, String errors) {}
}
