package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gets pages of the feed, trying again where the portal throttles, stumbles, stalls or cuts a page. */
final class FeedClient {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_REASON = 200;

    /** Troubles that are over sooner are nobody's concern. */
    private static final int TRIES_BEFORE_TOLD = 4;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final @Nullable String appToken;
    private final Duration pageWithin;
    private final Backoff backoff;
    private final Consumer<String> remarks;
    private boolean hasAnswered;

    /**
     * @param pageWithin how long a whole page may take
     * @param remarks told of troubles that are waited for to end, and of their end
     */
    FeedClient(@Nullable String appToken, Duration pageWithin, Backoff backoff, Consumer<String> remarks) {
        this.appToken = appToken;
        this.pageWithin = pageWithin;
        this.backoff = backoff;
        this.remarks = remarks;
    }

    /**
     * The rows of one page, all of them.
     *
     * @throws UserErrorException if the portal does not take the request as it is
     * @throws IOException if it gives no whole page, however often it is asked
     */
    List<FeedRow> page(URI uri) throws IOException {
        for (int tries = 1; true; tries++) {
            String problem;
            Optional<String> retryAfter = Optional.empty();
            try {
                HttpResponse<byte[]> answer = answer(uri);
                if (answer.statusCode() == 200) {
                    List<FeedRow> rows = FeedRow.page(answer.body());
                    hasAnswered = true;
                    if (tries > TRIES_BEFORE_TOLD) {
                        remarks.accept("the portal answers again");
                    }
                    return rows;
                }
                if (!backoff.isPatient() || !hasAnswered) {
                    refuse(answer);
                }
                problem = reason(answer);
                retryAfter = answer.headers().firstValue("Retry-After");
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            }
            Duration wait = backoff.after(tries, retryAfter, problem);
            if (tries == TRIES_BEFORE_TOLD) {
                remarks.accept("the portal gives no page: " + problem + "; it is asked again until it does");
            }
            backoff.sleep(wait);
        }
    }

    private HttpResponse<byte[]> answer(URI uri) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
        if (appToken != null) {
            request.header("X-App-Token", appToken);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(pageWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole page within " + pageWithin.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new InterruptedIOException("interrupted");
        }
    }

    /** What asking again would not change. */
    private static void refuse(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 403 || status == 401) {
            throw new UserErrorException("the portal refuses the app token: " + reason(answer)
                    + "; give a valid one, or none for fewer requests");
        }
        if (status < 500 && status != TOO_MANY_REQUESTS && status != 408) {
            throw new UserErrorException("the portal does not take the request: " + reason(answer));
        }
    }

    private static String reason(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        String text = body.length() > LONGEST_REASON ? body.substring(0, LONGEST_REASON) : body;
        return ("HTTP " + answer.statusCode() + " " + text).strip();
    }
}
