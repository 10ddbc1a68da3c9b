package io.github.sfcrime.console.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.CallCount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WebhookTest {

    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final long NOW = 1614265330;
    private static final String BODY = "{\"type\":\"crime_counts\",\"timestamp\":\"2018-10-02T17:00:01Z\",\"data\":{"
            + "\"window_start\":\"2018-10-02T09:00:00\",\"window_end\":\"2018-10-02T10:00:00\","
            + "\"original_crime_type_name\":\"Passing Call\",\"disposition\":\"HAN\",\"description\":\"Handled\",\"count\":12}}";

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String says = "not now";
    private HttpServer server;
    private Webhook webhook;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            byte[] answer = says.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.remove(), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        webhook = new Webhook(
                URI.create(
                        "http://user:password@localhost:" + server.getAddress().getPort() + "/calls/token?key=token"),
                SECRET,
                new Backoff(() -> 1, waits::add),
                Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
                remarks::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRowIsPostedSignedAndUnderTheNameOfItsRecord() throws Exception {
        webhook.handle(record());

        assertThat(requests)
                .containsExactly("POST crime_counts-1-17 " + NOW + " "
                        + SECRET.signature("crime_counts-1-17", NOW, BODY) + " " + BODY);
        assertThat(waits).isEmpty();
    }

    @Test
    void aRowIsPostedAgainUnderTheSameNameUntilItIsTaken() throws Exception {
        answers.addAll(List.of(500, 503, 429, 408));

        webhook.handle(record());

        assertThat(requests).hasSize(5).containsOnly(requests.get(0));
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(remarks)
                .containsExactly(
                        "the webhook at http://localhost:" + server.getAddress().getPort()
                                + " does not take row crime_counts-1-17: HTTP 429 not now; it is tried again until it"
                                + " does",
                        "the webhook takes rows again");
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        int port = server.getAddress().getPort();
        server.stop(0);
        Webhook patient = new Webhook(
                URI.create("http://localhost:" + port + "/calls"),
                SECRET,
                new Backoff(() -> 1, wait -> {
                    waits.add(wait);
                    if (waits.size() == 3) {
                        throw new InterruptedException();
                    }
                }),
                Clock.systemUTC(),
                remarks::add);

        assertThatThrownBy(() -> patient.handle(record())).hasMessage("interrupted");
        assertThat(waits).hasSize(3);
    }

    @Test
    void aRowThatIsRefusedEndsTheWatch() {
        answers.add(404);

        assertThatThrownBy(() -> webhook.handle(record()))
                .isInstanceOf(WebhookFailure.class)
                .hasMessage("the webhook at http://localhost:"
                        + server.getAddress().getPort()
                        + " refuses row crime_counts-1-17: HTTP 404 not now; started again with the same --group, this"
                        + " goes on with that row");
        assertThat(requests).hasSize(1);
    }

    @Test
    void thePathIsNotShownWhereAnAnswerSaysIt() {
        answers.add(404);
        says = "Cannot POST /calls/token";

        assertThatThrownBy(() -> webhook.handle(record()))
                .hasMessageContaining(": HTTP 404 Cannot POST ...;")
                .hasMessageNotContaining("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hooks.example.org/token", "ftp://example.org/token", "https://token at/"})
    void whatIsNoAddressIsRefusedWithoutBeingShown(String address) {
        WebhookOptions options = new WebhookOptions();
        new CommandLine(options).parseArgs("--webhook", address, "--webhook-secret", "none");

        assertThatThrownBy(() -> options.webhook(remarks::add))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("--webhook must be a URL such as https://example.org/calls");
    }

    static TopicRecord record() {
        CallCount row = new CallCount();
        row.setWindowStart(LocalDateTime.parse("2018-10-02T09:00"));
        row.setWindowEnd(LocalDateTime.parse("2018-10-02T10:00"));
        row.setOriginalCrimeTypeName("Passing Call");
        row.setDisposition("HAN");
        row.setDescription("Handled");
        row.setCount(12);
        return new TopicRecord(
                "crime_counts",
                1,
                17,
                Instant.parse("2018-10-02T17:00:01Z"),
                new Content.Absent(),
                new Content.Decoded(row),
                new RecordHeaders());
    }
}
