package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Grafana's dashboards. */
final class Dashboards {

    private Dashboards() {}

    /**
     * One panel.
     *
     * @param name dashboard and title
     * @param node its JSON
     */
    record Panel(String name, JsonNode node) {

        String description() {
            return node.path("description").asText();
        }

        String unit() {
            return node.path("fieldConfig").path("defaults").path("unit").asText();
        }

        /** What it asks of Prometheus, Grafana's variables filled in as Grafana does. */
        Stream<String> queries() {
            return StreamSupport.stream(node.path("targets").spliterator(), false)
                    .map(target -> target.path("expr").asText())
                    .map(query -> query.replace("$__rate_interval", "30s").replace("$job", ".*"));
        }
    }

    static List<JsonNode> all() {
        return Folder.paths("docker/grafana/dashboards", ".json").stream()
                .map(Folder::tree)
                .toList();
    }

    /** All panels but the rows that only group them. */
    static List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode dashboard : all()) {
            for (JsonNode panel : dashboard.path("panels")) {
                if (!panel.path("type").asText().equals("row")) {
                    String title = panel.path("title").asText();
                    panels.add(new Panel(dashboard.path("title").asText() + ": " + title, panel));
                }
            }
        }
        return panels;
    }
}
