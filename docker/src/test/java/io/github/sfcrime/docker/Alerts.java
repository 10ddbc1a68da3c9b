package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The alert rules. */
final class Alerts {

    static final String RULES = "docker/prometheus/rules/alerts.yml";
    private static final Pattern SERIES = Pattern.compile("\\b(up|flink_\\w+|kafka_\\w+|sfcrime:[\\w:]+)(\\{[^}]*})?");

    private Alerts() {}

    /**
     * One rule.
     *
     * @param name what it is called
     * @param expression when it fires
     * @param runbook where to read on
     */
    record Alert(String name, String expression, String runbook) {

        /** The series that its expression is about. */
        Stream<String> series() {
            return SERIES.matcher(expression).results().map(result -> result.group());
        }
    }

    static List<Alert> all() {
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode group : Folder.tree(RULES).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                alerts.add(new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.path("annotations").path("runbook_url").asText()));
            }
        }
        return alerts;
    }
}
