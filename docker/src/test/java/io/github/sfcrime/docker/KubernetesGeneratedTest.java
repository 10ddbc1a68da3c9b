package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The manifests that hold what the containers have as files of their own. With {@code -Dmanifests.write=true} they are
 * written anew.
 */
class KubernetesGeneratedTest {

    private static final String WRITTEN = "# Written by KubernetesGeneratedTest from %s: see README.md.\n";

    @Test
    void rulesAndMetricsAreThoseOfTheContainers() throws Exception {
        Map<String, String> files = new TreeMap<>();
        files.put("monitoring/rules.yaml", rule("alerts") + "---\n" + rule("recorded"));
        files.put("kafka/metrics.yaml", brokerMetrics());

        for (Map.Entry<String, String> file : files.entrySet()) {
            String path = Manifests.FOLDER + "/" + file.getKey();
            write(path, file.getValue());
            assertThat(Folder.text(path)).as(path).isEqualTo(file.getValue());
        }
    }

    @Test
    void theDashboardsAreThoseOfTheContainers() {
        List<String> files = Compose.texts(Folder.tree("docker/grafana/dashboards/kustomization.yaml")
                        .at("/configMapGenerator/0/files"))
                .toList();

        assertThat(files.stream().map(file -> "docker/grafana/dashboards/" + file))
                .isEqualTo(Folder.paths("docker/grafana/dashboards", ".json"));
    }

    private static void write(String path, String text) throws IOException {
        if (Boolean.getBoolean("manifests.write")) {
            Files.writeString(Folder.file(path), text);
        }
    }

    private static String rule(String name) {
        String file = "docker/prometheus/rules/" + name + ".yml";
        return WRITTEN.formatted(file) + """
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: sfcrime-%s
                spec:
                """.formatted(name) + indented(Folder.text(file), "  ");
    }

    private static String brokerMetrics() {
        String file = "local/src/main/resources/io/github/sfcrime/local/broker-metrics.yml";
        return WRITTEN.formatted(file) + """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: kafka-metrics
                data:
                  broker-metrics.yml: |
                """ + indented(Folder.text(file), "    ");
    }

    private static String indented(String text, String by) {
        return text.lines().map(line -> line.isEmpty() ? line : by + line).reduce("", (all, line) -> all + line + "\n");
    }
}
