package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardsTest {

    private static final List<Dashboards.Panel> PANELS = Dashboards.panels();

    @Test
    void everyPanelHasADescriptionAUnitAndAQuery() {
        assertThat(PANELS).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.description()).as(panel.name()).isNotBlank();
            assertThat(panel.unit()).as(panel.name()).isNotBlank();
            assertThat(panel.queries()).as(panel.name()).isNotEmpty().doesNotContain("");
        });
    }

    @Test
    void panelsAndDashboardsHaveNamesOfTheirOwn() {
        assertThat(PANELS).extracting(Dashboards.Panel::name).doesNotHaveDuplicates();
        assertThat(Dashboards.all())
                .extracting(dashboard -> dashboard.path("uid").asText())
                .containsExactly("sfcrime-calls", "sfcrime-engine");
    }

    @Test
    void everyPanelAsksTheProvisionedDataSource() {
        JsonNode provisioned = Folder.tree("docker/grafana/provisioning/datasources/prometheus.yml");
        String uid = provisioned.path("datasources").path(0).path("uid").asText();

        assertThat(PANELS)
                .extracting(panel -> panel.node().path("datasource").path("uid").asText())
                .containsOnly(uid);
    }

    @Test
    void panelsOfADashboardDoNotOverlap() {
        for (JsonNode dashboard : Dashboards.all()) {
            boolean[][] taken = new boolean[200][24];
            for (JsonNode panel : dashboard.path("panels")) {
                occupy(taken, panel.path("gridPos"), panel.path("title").asText());
            }
        }
    }

    private static void occupy(boolean[][] taken, JsonNode place, String title) {
        int bottom = place.path("y").asInt() + place.path("h").asInt();
        int right = place.path("x").asInt() + place.path("w").asInt();
        assertThat(right).as(title).isLessThanOrEqualTo(24);
        for (int y = place.path("y").asInt(); y < bottom; y++) {
            for (int x = place.path("x").asInt(); x < right; x++) {
                assertThat(taken[y][x]).as(title).isFalse();
                taken[y][x] = true;
            }
        }
    }
}
