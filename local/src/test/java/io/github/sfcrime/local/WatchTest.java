package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.WireFormat;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that {@code watch} posts to a webhook, against a broker. */
@OnSharedStack
class WatchTest {

    private static final String TOPIC = "watched";
    private static final int ROWS = 500;

    @TempDir
    private Path directory;

    @Test
    void aWatchThatIsKilledAndStartedAgainPostsEveryRowInOrder(Stack stack) throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            // Now and then it is not in the mood.
            boolean takes = posted.isEmpty()
                    || posted.size() % 100 != 0
                    || posted.get(posted.size() - 1).isEmpty();
            posted.add(takes ? exchange.getRequestHeaders().getFirst("webhook-id") : "");
            exchange.sendResponseHeaders(takes ? 204 : 503, -1);
            exchange.close();
        });
        server.start();
        try {
            createTopic(stack);
            Path secret =
                    Files.writeString(directory.resolve("secret.txt"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
            String[] watch = {
                "watch",
                TOPIC,
                "-b",
                stack.bootstrapServers(),
                "--from",
                "earliest",
                "--at-least",
                "1",
                "--webhook",
                "http://localhost:" + server.getAddress().getPort() + "/",
                "--webhook-secret",
                secret.toString()
            };
            send(stack, 0, ROWS);
            ProgramProcess.console(directory, watch).killWhen(() -> posted.size() >= ROWS / 2);
            send(stack, ROWS, 2 * ROWS);
            ProgramProcess.console(directory, watch).killWhen(() -> rows(posted).size() >= 2 * ROWS);

            assertThat(rows(posted))
                    .containsExactlyElementsOf(IntStream.range(0, 2 * ROWS)
                            .mapToObj(offset -> TOPIC + "-0-" + offset)
                            .toList());
            assertThat(posted).contains("");
        } finally {
            server.stop(0);
        }
    }

    /** The rows that were taken, in the order in which they were first. */
    private static List<String> rows(List<String> posted) {
        LinkedHashSet<String> rows = new LinkedHashSet<>(posted);
        rows.remove("");
        return List.copyOf(rows);
    }

    private static void createTopic(Stack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(Stack stack, int from, int to) throws Exception {
        WireFormat<CallCount> format = new WireFormat<>(CallCount.SCHEMA$);
        List<CallCount> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            CallCount row = new CallCount();
            row.setWindowStart(LocalDateTime.parse("2018-10-02T09:00").plusHours(i));
            row.setWindowEnd(LocalDateTime.parse("2018-10-02T10:00").plusHours(i));
            row.setOriginalCrimeTypeName("Passing Call");
            row.setCount(1);
            rows.add(row);
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (CallCount row : rows) {
                producer.send(new ProducerRecord<>(TOPIC, format.encode(row))).get();
            }
        }
    }
}
