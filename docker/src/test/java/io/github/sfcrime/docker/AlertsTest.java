package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final String PROMETHEUS = "docker/prometheus/";
    private static final String TESTS = PROMETHEUS + "tests/alerts_test.yml";

    @Test
    void everyAlertIsTestedWhereItFiresAndWhereItDoesNot() {
        Set<String> fires = new TreeSet<>();
        Set<String> isSilent = new TreeSet<>();
        for (JsonNode test : Folder.tree(TESTS).path("tests")) {
            JsonNode alert = test.path("alert_rule_test").path(0);
            (alert.path("exp_alerts").isEmpty() ? isSilent : fires)
                    .add(alert.path("alertname").asText());
        }
        Set<String> alerts = new TreeSet<>();
        Alerts.all().forEach(alert -> alerts.add(alert.name()));

        assertThat(fires).isEqualTo(alerts);
        assertThat(isSilent).isEqualTo(alerts);
    }

    @Test
    @Tag("full")
    void promtoolAcceptsTheConfigurations() throws Exception {
        for (String configuration : List.of("prometheus.yml", "local.yml")) {
            Program promtool = promtool("check", "config", PROMETHEUS + configuration);
            assertThat(promtool.exitCode()).as(promtool.output()).isZero();
        }
    }

    @Test
    @Tag("full")
    void theAlertsFireWhenTheyShould() throws Exception {
        Program promtool = promtool("test", "rules", TESTS);

        assertThat(promtool.exitCode()).as(promtool.output()).isZero();
    }

    private static Program promtool(String verb, String what, String file) throws InterruptedException {
        return Program.run(List.of("promtool", verb, what, Folder.file(file).toString()));
    }
}
