package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that follows a feed while its broker comes and goes. */
@OnSharedStack
class FollowLoadTest {

    private final List<Integer> closed = new CopyOnWriteArrayList<>(List.of(1));
    private final List<Integer> open = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory;

    private HttpServer portal;
    private Stack stack;

    @BeforeEach
    void start(Stack shared) throws Exception {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/resource/", this::answer);
        portal.start();
        stack = shared;
    }

    @AfterEach
    void stop() {
        portal.stop(0);
    }

    @Test
    void aBrokerThatIsAwayLongerThanALoadWouldWaitIsWaitedForAndTold() throws Exception {
        LoadedTopic topic = new LoadedTopic(stack.bootstrapServers(), "followed", 1);
        ProgramProcess load = follow(topic);
        load.awaitCondition(() -> topic.endOffset() == 1);
        try (PausedBroker paused = PausedBroker.of(stack)) {
            closed.add(2);
            load.awaitCondition(() -> errors(load).contains("waiting for its broker"));
            assertThat(errors(load)).isEqualTo("topic followed takes no calls: waiting for its broker\n");
        }
        load.awaitCondition(() -> topic.endOffset() == 2);
        load.interruptWhen(() -> errors(load).contains("takes calls again"));

        assertThat(load.exitCode()).as(load.errors()).isEqualTo(130);
        assertThat(topic.committed()).containsExactly(Map.entry(0, List.of("1", "2")));
    }

    @Test
    void controlCEndsALoadWhoseBrokerStaysAway() throws Exception {
        LoadedTopic topic = new LoadedTopic(stack.bootstrapServers(), "left", 1);
        ProgramProcess load = follow(topic);
        load.awaitCondition(() -> topic.endOffset() == 1);
        try (PausedBroker paused = PausedBroker.of(stack)) {
            closed.add(2);
            load.interruptWhen(() -> errors(load).contains("waiting for its broker"));

            assertThat(load.exitCode()).as(load.errors()).isEqualTo(130);
            assertThat(load.errors()).contains("left: read 2, sent 1, rejected 0, not sent 1 in ");
        }
    }

    @Test
    void updatesOfACallAreRecordsOfOneKeyAndNoneIsSentAgainByTheNextStart() throws Exception {
        LoadedTopic topic = new LoadedTopic(stack.bootstrapServers(), "updated", 1);
        open.add(2);
        ProgramProcess load = follow(topic, "--updates", "--follow-state", "sent.txt");
        load.awaitCondition(() -> topic.endOffset() == 2);
        open.clear();
        closed.add(2);
        load.interruptWhen(() -> topic.endOffset() == 3);
        assertThat(load.exitCode()).as(load.errors()).isEqualTo(130);

        open.add(3);
        ProgramProcess next = follow(topic, "--updates", "--follow-state", "sent.txt");
        next.interruptWhen(() -> topic.endOffset() == 4);
        assertThat(next.exitCode()).as(next.errors()).isEqualTo(130);
        assertThat(topic.committed()).containsExactly(Map.entry(0, List.of("1", "2", "2", "3")));
    }

    private ProgramProcess follow(LoadedTopic topic, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "-b",
                stack.bootstrapServers(),
                "-t",
                topic.name(),
                "--partitions",
                "1",
                "--feed",
                "datasf:gnap-fj3t",
                "--portal",
                "http://" + portal.getAddress().getAddress().getHostAddress() + ":"
                        + portal.getAddress().getPort(),
                "--follow",
                "--poll",
                "PT0.5S"));
        arguments.addAll(List.of(options));
        return ProgramProcess.loader(directory, arguments.toArray(String[]::new));
    }

    private static String errors(ProgramProcess load) {
        try {
            return load.errors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All calls on the first page, none on the others. */
    private void answer(HttpExchange exchange) throws IOException {
        List<String> rows = new ArrayList<>();
        if (!exchange.getRequestURI().getQuery().contains(":id >")) {
            closed.forEach(number -> rows.add(row(number, ",\"close_datetime\":\"2024-05-10T10:30:00\"")));
            open.forEach(number -> rows.add(row(number, "")));
        }
        byte[] page = ("[" + String.join(",", rows) + "]").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static String row(int number, String close) {
        return "{\":id\":\"row-" + number + "\",\"cad_number\":\"" + number
                + "\",\"call_type_original_desc\":\"Fight\",\"received_datetime\":\"2024-03-01T10:00:00\"" + close
                + "}";
    }
}
