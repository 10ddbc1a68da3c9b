package io.github.sfcrime.cli.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FlinkRestTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private static final String NONE_YET = "{\"exceptionHistory\":{\"entries\":[],\"truncated\":false}}";

    /** As Flink 2.3 answers: the latest failure first. */
    private static final String HISTORY = """
            {"exceptionHistory":{"entries":[
              {"exceptionName":"org.apache.flink.runtime.JobException","timestamp":2,"failureLabels":{},
               "stacktrace":"org.apache.flink.runtime.JobException: Recovery is suppressed\\n\\tat a.B.c(B.java:1)\\n\
            Caused by: java.io.IOException: cannot read\\n\\tat a.B.d(B.java:2)\\n\\t... 8 more\\n\
            Caused by: io.github.Bad: the topic is gone: make it\\n\\tat a.B.e(B.java:3)\\n\\t... 9 more\\n"},
              {"exceptionName":"x","timestamp":1,"stacktrace":"an earlier one"}],"truncated":false}}""";

    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<String> shown = new ArrayDeque<>();
    private HttpServer flink;

    @BeforeEach
    void begin() throws IOException {
        flink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        flink.createContext("/jobs/a/status", exchange -> answer(exchange, "{\"status\":\"FAILED\"}"));
        flink.createContext("/jobs/a/exceptions", exchange -> answer(exchange, answers.remove()));
        flink.createContext(
                "/jobs/a",
                exchange -> answer(exchange, "{\"state\":\"" + (shown.isEmpty() ? "FAILED" : shown.remove()) + "\"}"));
        flink.start();
    }

    @AfterEach
    void end() {
        flink.stop(0);
    }

    @Test
    void aJobFailedForTheInnermostCauseOfItsLatestFailure() {
        answers.add(HISTORY);

        assertThat(rest(Duration.ZERO).jobFailure("a")).isEqualTo("io.github.Bad: the topic is gone: make it");
    }

    @Test
    void aFailureThatFlinkDoesNotShowYetIsWaitedFor() {
        answers.addAll(List.of(NONE_YET, NONE_YET, HISTORY));

        assertThat(rest(LONG_ENOUGH).jobFailure("a")).isEqualTo("io.github.Bad: the topic is gone: make it");
        assertThat(answers).isEmpty();
    }

    @Test
    void whatOurFailureSaysIsTheReasonAndNotWhatItIsCausedBy() {
        String ours = "io.github.sfcrime.job.failures.PermanentFailure: calls are lost";
        String kafkas = "\\nCaused by: org.apache.kafka.OffsetOutOfRangeException: 5";
        answers.add(NONE_YET.replace("[]", "[{\"stacktrace\":\"" + ours + kafkas + "\"}]"));
        answers.add(NONE_YET.replace("[]", "[{\"stacktrace\":\"a.B: x\\nCaused by: " + ours + kafkas + "\"}]"));

        assertThat(rest(Duration.ZERO).jobFailure("a")).isEqualTo(ours);
        assertThat(rest(Duration.ZERO).jobFailure("a")).isEqualTo(ours);
    }

    @Test
    void anEarlierFailureOfAJobThatIsShownAsItWasBeforeItEndedIsNotTheReason() {
        String earlier = NONE_YET.replace("[]", "[{\"stacktrace\":\"no slots\"}]");
        answers.addAll(List.of(earlier, earlier, HISTORY));
        shown.addAll(List.of("RESTARTING", "RUNNING"));

        assertThat(rest(LONG_ENOUGH).jobFailure("a")).isEqualTo("io.github.Bad: the topic is gone: make it");
        assertThat(answers).isEmpty();
    }

    @Test
    void aJobThatNeverFailedHasNoReason() {
        answers.add(NONE_YET);

        assertThat(rest(Duration.ZERO).jobFailure("a")).isEqualTo("no reason was given");
    }

    @Test
    void aFailureWithoutCausesIsToldByItsFirstLineAndNoLongerThanItIsRead() {
        answers.add(NONE_YET.replace("[]", "[{\"stacktrace\":\"" + "x".repeat(5000) + "\\n\\tat a.B.c(B.java:1)\"}]"));

        assertThat(rest(Duration.ZERO).jobFailure("a")).matches("x{1000}");
    }

    @Test
    void aJobThatFlinkDoesNotKnowIsGone() {
        FlinkRest rest = rest(Duration.ZERO);

        assertThatThrownBy(() -> rest.jobFailure("b"))
                .isInstanceOf(JobGoneException.class)
                .hasMessage(rest.url() + "/jobs/b/status is not there");
    }

    private FlinkRest rest(Duration shownWithin) {
        return new FlinkRest(URI.create("http://localhost:" + flink.getAddress().getPort()), shownWithin);
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
