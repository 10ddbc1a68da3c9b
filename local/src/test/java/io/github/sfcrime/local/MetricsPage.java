package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process shows to Prometheus.
 *
 * @param process as the scrape targets name it
 * @param samples the page without its comments
 */
record MetricsPage(String process, List<String> samples) {

    /** The pages of all scrape targets in a file. */
    static List<MetricsPage> all(Path targets) throws IOException, InterruptedException {
        List<MetricsPage> pages = new ArrayList<>();
        for (JsonNode target : new JsonMapper().readTree(targets.toFile())) {
            URI page = URI.create("http://" + target.path("targets").path(0).asText() + "/metrics");
            String body = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            pages.add(new MetricsPage(
                    target.path("labels").path("process").asText(),
                    body.lines().filter(line -> !line.startsWith("#")).toList()));
        }
        return pages;
    }

    /** The sum over all series of a name. */
    long sum(String name) {
        return samples.stream()
                .filter(line -> line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
