package io.github.sfcrime.console.watch;

import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.console.rows.JsonLines;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Posts each row to an address until it is taken there, one after the other, as
 * <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> says. A row has the same {@code webhook-id} each time, by
 * which a receiver tells one that it has had.
 */
final class Webhook implements RecordHandler {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

    /** Answers that say that it may do later, beside those of 500 and above: timeout, too early, too many requests. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    /** Troubles that are over sooner are nobody's concern. */
    private static final int TRIES_BEFORE_TOLD = 3;

    private static final int LONGEST_REASON = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final URI address;
    private final WebhookSecret secret;
    private final Backoff waits;
    private final Clock clock;
    private final Consumer<String> remarks;

    /**
     * @param waits how long to wait before a row is posted again
     * @param remarks is told of troubles that last, and of their end
     */
    Webhook(URI address, WebhookSecret secret, Backoff waits, Clock clock, Consumer<String> remarks) {
        this.address = address;
        this.secret = secret;
        this.waits = waits.patient();
        this.clock = clock;
        this.remarks = remarks;
    }

    /** @throws WebhookFailure if the webhook refuses the row */
    @Override
    public void handle(TopicRecord record) throws IOException {
        String id = record.topic() + "-" + record.partition() + "-" + record.offset();
        String body = body(record);
        for (int tries = 1; true; tries++) {
            String problem;
            Optional<String> retryAfter = Optional.empty();
            try {
                HttpResponse<String> answer = post(id, body);
                if (answer.statusCode() / 100 == 2) {
                    if (tries > TRIES_BEFORE_TOLD) {
                        remarks.accept("the webhook takes rows again");
                    }
                    return;
                }
                problem = "HTTP " + answer.statusCode() + reason(answer.body());
                if (answer.statusCode() < 500 && !LATER.contains(answer.statusCode())) {
                    throw new WebhookFailure("the webhook at " + shown() + " refuses row " + id + ": " + problem
                            + "; started again with the same --group, this goes on with that row");
                }
                retryAfter = answer.headers().firstValue("Retry-After");
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                problem = e.getMessage() == null ? e.toString() : e.getMessage();
            }
            Duration wait = waits.after(tries, retryAfter, problem);
            if (tries == TRIES_BEFORE_TOLD) {
                remarks.accept("the webhook at " + shown() + " does not take row " + id + ": " + problem
                        + "; it is tried again until it does");
            }
            waits.sleep(wait);
        }
    }

    private HttpResponse<String> post(String id, String body) throws IOException {
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", secret.signature(id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private static String body(TopicRecord record) {
        return JsonLines.json(new Row(
                List.of("type", "timestamp", "data"),
                List.of(record.topic(), record.timestamp().toString(), Row.of(record))));
    }

    /** The address without its path and all else that may hold a token. */
    private String shown() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** The answer's text, without the path that some servers say in it. */
    private String reason(String body) {
        String path = address.getRawPath();
        String told = path.length() > 1 ? body.replace(path, "...") : body;
        String text = told.replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? "" : " " + text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
