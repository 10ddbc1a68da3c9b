package io.github.sfcrime.docker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flink's own dashboard in a browser while the job counts. It saves what it sees where the property
 * {@code sfcrime.pictures} says, else below {@code target}.
 */
@Tag("full")
class FlinkDashboardTest {

    private static final Path PICTURES = Folder.file(System.getProperty("sfcrime.pictures", "docker/target/pictures"));

    @TempDir
    static Path directory;

    private static CountingStack stack;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        stack = CountingStack.start(directory);
        chromium = Chromium.start();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void theGraphNamesWhatTheJobDoes() {
        try (Page page = open("overview")) {
            Locator graph = page.locator("flink-dagre");
            for (String word : new String[] {"Read", "Count", "Write"}) {
                assertThat(graph).containsText(word);
            }
            assertThat(page.locator("flink-job-overview-list")).containsText("RUNNING");
            for (Locator box : graph.locator("foreignObject").all()) {
                assertThat(box).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
            }
            // Each refresh draws the graph anew, at first without them.
            await("figures stand in the graph before and after the picture is taken")
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> {
                        boolean before = hasFigures(graph);
                        save(page, "job-graph");
                        return before && hasFigures(graph);
                    });
        }
    }

    private static boolean hasFigures(Locator graph) {
        String text = graph.textContent();
        return text.matches("(?s).*Busy \\(max\\): \\d.*") && !text.contains("N/A");
    }

    @Test
    void theWatermarksAreTimesOfCalls() {
        try (Page page = open("overview/" + vertex("sfcrime.windowsOpen") + "/watermarks")) {
            assertThat(page.locator("flink-job-overview-drawer-watermarks")).containsText("2018");
            save(page, "watermarks");
        }
    }

    @Test
    void checkpointsAreCompleted() {
        try (Page page = open("checkpoints")) {
            assertThat(page.locator("flink-job-checkpoints")).containsText(Pattern.compile("Completed: [1-9]"));
            save(page, "checkpoints");
        }
    }

    @Test
    void ourMetricsCanBeChosen() {
        try (Page page = open("overview/" + vertex("sfcrime.callsIn") + "/metrics")) {
            page.locator("flink-job-overview-drawer-chart nz-select").first().click();
            page.keyboard().type("sfcrime.callsIn");
            Locator options = page.locator("nz-option-item");
            assertThat(options.first()).containsText("sfcrime.callsIn");
            options.first().click();
            page.keyboard().press("Escape");
            Locator chosen = page.locator("flink-job-overview-drawer-chart");
            chosen.getByText("Numeric").click();
            assertThat(chosen).containsText(Pattern.compile("callsIn[^0-9]*[1-9]"));
            save(page, "metrics");
        }
    }

    private static Page open(String path) {
        Page page = chromium.page();
        page.navigate(stack.rest().url() + "/#/job/running/" + stack.job() + "/" + path);
        return page;
    }

    /** The first vertex that has the metric, whatever it is called. */
    private static String vertex(String metric) {
        for (JsonNode vertex : stack.rest().get("/jobs/" + stack.job()).path("vertices")) {
            String id = vertex.path("id").asText();
            JsonNode metrics = stack.rest().get("/jobs/" + stack.job() + "/vertices/" + id + "/metrics");
            if (metrics.toString().contains(metric)) {
                return id;
            }
        }
        throw new AssertionError("no vertex has " + metric);
    }

    private static void save(Page page, String name) {
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        assertThat(picture).isNotEmpty();
    }
}
