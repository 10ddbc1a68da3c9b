package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.stack.MetricsPages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The watermarks that TaskManagers show, which must never go back. They are told apart by attempt: after a restore, which
 * may take them back, there are others.
 */
final class Watermarks {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Double> latest = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Looks at those of all TaskManagers that answer. */
    void look(MetricsPages pages) throws InterruptedException {
        for (URI page : pages.pages("taskmanager")) {
            HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
            try {
                are(http.send(request, BodyHandlers.ofString()).body());
            } catch (IOException away) {
                // It is killed, paused or cut off.
            }
        }
    }

    /** They are these now, each in a line of Prometheus's, whose labels name the attempt. */
    synchronized void are(String page) {
        page.lines().filter(line -> line.contains("Watermark{")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            is(line.substring(0, end), Double.parseDouble(line.substring(end)));
        });
    }

    private void is(String series, double watermark) {
        Double before = latest.put(series, watermark);
        if (before != null && watermark < before) {
            mistakes.add(String.format(
                    Locale.ROOT, "watermark has gone back from %.0f to %.0f: %s", before, watermark, series));
        }
    }

    /** Where they went back, or that there were none to look at. */
    synchronized List<String> differences() {
        return latest.isEmpty() ? List.of("no watermark was seen") : List.copyOf(mistakes);
    }
}
