package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Prometheus with the project's configuration for the local stack, on which the job counts. */
@Tag("full")
class PrometheusTest {

    @TempDir
    static Path checkout;

    private static CountingStack stack;
    private static Prometheus prometheus;

    @BeforeAll
    static void start() throws Exception {
        stack = CountingStack.start(checkout.resolve(".sfcrime"));
        Path configuration = checkout.resolve("docker/prometheus");
        Folder.copy("docker/prometheus", configuration);
        prometheus = Prometheus.start(configuration.resolve("local.yml"), checkout);
        await("Prometheus is ready").atMost(Duration.ofMinutes(5)).until(prometheus::isReady);
        await("all processes have been scraped")
                .atMost(Duration.ofMinutes(5))
                .until(() -> prometheus.results("up == 1") == 3);
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyPanelOfTheDashboardsHasData() {
        List<String> queries = Dashboards.panels().stream()
                .flatMap(Dashboards.Panel::queries)
                .distinct()
                .toList();

        await("every panel has data")
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(empty(queries)).isEmpty());
    }

    @Test
    void everyAlertIsAboutSeriesThatExist() {
        List<String> series = Alerts.all().stream()
                .flatMap(Alerts.Alert::series)
                .map(found -> found.replaceAll("\\{outcome=\"[^\"]*\"}", "{outcome!=\"\"}"))
                .distinct()
                .toList();

        assertThat(series).hasSizeGreaterThan(15);
        await("every alert has data")
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(empty(series)).isEmpty());
    }

    @Test
    void everyRuleIsEvaluatedAndNoAlertFiresWhileAllIsWell() throws Exception {
        await("all rules have been evaluated")
                .atMost(Duration.ofMinutes(5))
                .until(() ->
                        rules().allMatch(rule -> rule.path("health").asText().equals("ok")));

        assertThat(rules().filter(rule -> rule.path("state").asText().equals("firing")))
                .isEmpty();
    }

    private static Stream<JsonNode> rules() throws Exception {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode group : prometheus.data("/api/v1/rules").path("groups")) {
            StreamSupport.stream(group.path("rules").spliterator(), false).forEach(rules::add);
        }
        return rules.stream();
    }

    private static List<String> empty(List<String> queries) throws Exception {
        List<String> empty = new ArrayList<>();
        for (String query : queries) {
            if (prometheus.results(query) == 0) {
                empty.add(query);
            }
        }
        return empty;
    }
}
