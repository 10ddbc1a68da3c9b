package io.github.sfcrime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board in a real browser, on the real stack with a running job. */
@Tag("full")
class BoardPageTest {

    private static final String PLANTED = "<script>window.planted = 1</script><img src=x onerror=window.planted=1>";
    /** The hour in which somebody plants it. */
    private static final LocalDateTime PLANTED_AT = LocalDateTime.of(2018, 10, 2, 0, 30);
    /** Synthetic calls until 16:18 of the second day, and the hours that they close. */
    private static final int CALLS = 4_200;

    private static final int WINDOWS = 40;

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Chromium chromium;
    private static ConsoleProcess board;
    private static String url;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        Path planted = folder.resolve("planted.json");
        new MadeUpCalls(List.of(new PlainCount.Call(PLANTED_AT, PLANTED, "HAN"))).write(planted);
        stack = Stack.temporary();
        stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
        String brokers = stack.bootstrapServers();
        stack.load(List.of("load", "-b", brokers, "--partitions", "1", planted.toString()));
        stack.load(List.of("generate", "-b", brokers, "-n", Integer.toString(CALLS)));
        stack.flink(List.of(
                "run",
                "--detached",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers()));
        board = startBoard(0);
        url = board.out().get(0).replaceFirst("board +", "");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        board.close();
        stack.close();
    }

    @BeforeEach
    void open() {
        context = chromium.browser().newContext();
        page = context.newPage();
        page.navigate(url);
        assertThat(page.locator("#status")).hasText("Live");
        assertThat(page.locator("#rows tr").first()).isVisible();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void rowsOnThePageEqualRowsOnTheTopic() throws IOException {
        assertThat(page.locator("#window option")).hasCount(1 + WINDOWS);
        assertThat(rows()).isEqualTo(TopicDispositions.of(stack.bootstrapServers()));
    }

    @Test
    void textFromRecordsIsNeverMarkup() {
        page.selectOption("#window", PLANTED_AT.truncatedTo(ChronoUnit.HOURS).toString());
        page.fill("#filter", "planted");
        assertThat(page.locator("#rows th").first()).hasText(PLANTED);
        assertThat(page.locator("#calls img, #calls script")).hasCount(0);
        assertThat(page.evaluate("window.planted ?? 'nothing'")).isEqualTo("nothing");
    }

    @Test
    void theKeyboardAloneFiltersAndWhatIsDownloadedIsWhatIsShown() throws IOException {
        tabTo("filter");
        page.keyboard().type("passing");
        assertThat(page.locator("#rows th")).hasText(new String[] {"Passing Call"});
        tabTo("csv");
        Download download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        List<String> lines = Files.readAllLines(download.path(), UTF_8);
        assertThat(lines.get(0))
                .isEqualTo("window_start,window_end,original_crime_type_name,disposition,description,count");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line).contains(",Passing Call,"));
        assertThat(lines.stream()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".*,", "")))
                        .sum())
                .isEqualTo(Long.parseLong(
                        page.locator("#rows .number").first().textContent().replace(",", "")));
        page.fill("#filter", "no such type");
        assertThat(page.locator("#empty")).hasText("No type of call in this window contains “no such type”.");
    }

    @Test
    void theOutcomesOfRecordsAreShown() {
        assertThat(page.locator("#figures div").first()).containsText("Records read");
        assertThat(page.locator("#dashboard"))
                .hasAttribute("href", stack.rest().url().toString());
    }

    @Test
    void aViewWhoseTopicIsNotThereSaysWhichQueryWritesIt() {
        page.click("#to-times");
        assertThat(page.locator("#times-empty"))
                .hasText("There is no topic crime_response_times yet. A job writes it that is started with --query"
                        + " response-times, for calls that have stages.");
        page.click("#to-unusual");
        assertThat(page.locator("#unusual-empty")).containsText("--query unusual");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsToldAndThePageGoesOnWhenItDoes() throws Exception {
        try (PausedBroker paused = PausedBroker.of(stack)) {
            assertThat(page.locator("#status")).hasText("Kafka is away");
            assertThat(page.locator("#notice")).containsText("Kafka does not answer at " + stack.bootstrapServers());
            assertThat(page.locator("#rows tr").first()).isVisible();
        }
        assertThat(page.locator("#status")).hasText("Live");
    }

    @Test
    void thePageGoesOnWhenTheBoardIsStartedAgain() throws Exception {
        int before = page.locator("#window option").count();
        board.close();
        assertThat(page.locator("#status")).hasText("Board not reached");
        board = startBoard(URI.create(url).getPort());
        assertThat(page.locator("#status")).hasText("Live");
        assertThat(page.locator("#window option")).hasCount(before);
    }

    @Test
    void screenshotsForThoseWhoLook() throws IOException {
        screenshot("light", 1280, ColorScheme.LIGHT, false);
        screenshot("dark", 1280, ColorScheme.DARK, false);
        screenshot("whole", 1280, ColorScheme.LIGHT, true);
        screenshot("narrow", 390, ColorScheme.LIGHT, true);
    }

    private static void screenshot(String name, int width, ColorScheme scheme, boolean whole) throws IOException {
        try (BrowserContext other = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 888)
                        .setColorScheme(scheme))) {
            Page page = other.newPage();
            page.navigate(url);
            assertThat(page.locator("#figures div").first()).containsText("Records read");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out of a page " + width + " wide")
                    .isTrue();
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(whole).setPath(Pictures.file("board-" + name + ".png")));
        }
    }

    /** Every window, type and disposition, by choosing one window after the other. */
    private List<String> rows() {
        Object shown = page.evaluate("""
                async () => {
                  const select = document.getElementById('window');
                  const lines = [];
                  document.getElementById('all').click();
                  for (const start of [...select.options].map(option => option.value).filter(value => value)) {
                    select.value = start;
                    select.dispatchEvent(new Event('change'));
                    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                    for (const row of document.querySelectorAll('#rows tr')) {
                      for (const disposition of row.querySelectorAll('li')) {
                        lines.push(`${start} | ${row.querySelector('th').textContent} | ${disposition.textContent}`);
                      }
                    }
                  }
                  return lines;
                }""");
        return ((List<?>) shown).stream().map(String::valueOf).sorted().toList();
    }

    private void tabTo(String id) {
        for (int i = 0; i < 20 && !id.equals(page.evaluate("document.activeElement.id")); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
    }

    private static ConsoleProcess startBoard(int port) throws IOException {
        ConsoleProcess started = ConsoleProcess.start(
                folder,
                "board",
                "-b",
                stack.bootstrapServers(),
                "--rest",
                stack.rest().url().toString(),
                "--port",
                Integer.toString(port));
        await("the board is served")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !started.out().isEmpty());
        return started;
    }
}
