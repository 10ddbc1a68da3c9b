package io.github.sfcrime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board's views of weeks of calls, in a real browser, beside what jobs have written. */
@Tag("full")
class BoardViewsTest {

    /** Eleven weeks. */
    private static final int CALLS = 170_000;

    private static final int KEPT_HOURS = 840;

    private static final JsonMapper JSON = new JsonMapper();

    private static final String UPDATES = "updates";
    /** A day. */
    private static final int RECORDS_OF_UPDATES = 12_000;

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Chromium chromium;
    private static ConsoleProcess board;
    private static String url;

    private Page page;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.temporary();
        stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
        stack.load(List.of(
                "generate",
                "--quiet",
                "--stages",
                "--bursts",
                "-b",
                stack.bootstrapServers(),
                "-n",
                Integer.toString(CALLS)));
        run("--query", "counts");
        run("--query", "response-times", "--window", "1d", "--goal", "A=8m", "--goal", "B=20m");
        run("--query", "unusual");
        run("--query", "districts", "--from", "2018-12-05");
        run("--query", "places", "--window", "1d", "--from", "2018-12-05");
        loadUpdates();
        run("--query", "open-calls", "--topic", UPDATES, "--updates", "3d", "--emit-interval", "P1D");
        board = ConsoleProcess.start(folder, "board", "-b", stack.bootstrapServers(), "--port", "0");
        await("the board is served")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !board.out().isEmpty());
        url = board.out().get(0).replaceFirst("board +", "");
        chromium = new Chromium();
    }

    /** Calls that change, on a topic of their own: the other queries are asked about each call once. */
    private static void loadUpdates() throws InterruptedException {
        stack.load(List.of(
                "generate",
                "--quiet",
                "--stages",
                "--updates",
                "-t",
                UPDATES,
                "-b",
                stack.bootstrapServers(),
                "-n",
                Integer.toString(RECORDS_OF_UPDATES)));
    }

    private static void run(String... query) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--bounded"));
        command.addAll(List.of(query));
        ClientRun run = stack.flink(command);
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        board.close();
        stack.close();
    }

    @BeforeEach
    void open() {
        page = chromium.browser().newPage();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void theWeekIsTheSumOfTheRowsHourByHour() throws IOException {
        go("week");
        for (String type : List.of("", "theft")) {
            page.fill("#week-filter", type);
            List<String> wanted = new Hours(type).week();
            await("the heat map is that of " + wanted.get(0))
                    .untilAsserted(
                            () -> assertThat(cells("cell => cell.textContent")).isEqualTo(wanted));
        }
    }

    @Test
    void theUsualIsTheMedianOfTheSameHourOfEarlierWeeks() throws IOException {
        go("week");
        page.selectOption("#colours", "usual");
        List<String> wanted = new Hours("").usual();
        await("every hour has its usual number")
                .untilAsserted(() -> assertThat(cells("cell => cell.title")).isEqualTo(wanted));
    }

    @Test
    void aTypesViewSaysHowItsCallsEnded() throws IOException {
        go("type");
        String type = page.inputValue("#one-type");
        List<Row> rows = rowsOfLatestWindows(48);
        TreeMap<String, Long> ended = new TreeMap<>();
        rows.stream()
                .filter(row -> text(row, "original_crime_type_name").equals(type))
                .forEach(row -> ended.merge(ending(row), count(row), Long::sum));
        long calls = ended.values().stream().mapToLong(Long::longValue).sum();
        long all = rows.stream().mapToLong(BoardViewsTest::count).sum();
        assertThat(calls).isPositive();

        assertThat(page.locator("#type-readout"))
                .hasText(amount(calls) + " calls in 48 windows, " + Math.round(100.0 * calls / all) + "% of all");
        assertThat(page.locator("#type-chart canvas")).isVisible();
        assertThat(lines("#disposition-rows").stream()
                        .map(line -> String.valueOf(line).replaceFirst(" \\| [^|]*$", ""))
                        .sorted())
                .containsExactlyElementsOf(ended.entrySet().stream()
                        .map(end -> end.getKey() + " | " + amount(end.getValue()) + " | "
                                + Math.round(100.0 * end.getValue() / calls) + "%")
                        .sorted()
                        .toList());
    }

    @Test
    void aTypesViewSaysWhereItsCallsCameFrom() throws IOException {
        go("type");
        String type = page.inputValue("#one-type");
        List<String> windows = rowsOfLatestWindows(48).stream()
                .map(row -> text(row, "window_start"))
                .toList();
        TreeMap<String, Long> districts = new TreeMap<>();
        latest(Topic.CRIME_COUNTS_BY_DISTRICT).stream()
                .filter(row -> text(row, "original_crime_type_name").equals(type))
                .filter(row -> windows.contains(text(row, "window_start")))
                .forEach(row -> districts.merge(text(row, "police_district"), count(row), Long::sum));
        long calls = districts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(page.locator("#type-readout")).containsText(amount(calls) + " calls in 48 windows");

        assertThat(page.locator("#type-district-rows tr")).hasCount(districts.size());
        assertThat(lines("#type-district-rows").stream()
                        .map(line -> String.valueOf(line).replaceFirst(" \\| [^|]*$", ""))
                        .sorted())
                .containsExactlyElementsOf(districts.entrySet().stream()
                        .map(district -> district.getKey() + " | " + amount(district.getValue()) + " | "
                                + Math.round(100.0 * district.getValue() / calls) + "%")
                        .sorted()
                        .toList());
    }

    @Test
    void fiftyTabsCostOneConsumer() throws Exception {
        Path sockets = Path.of("/proc/" + board.pid() + "/fd");
        assumeTrue(Files.isDirectory(sockets), "counts sockets by Linux's /proc");
        HttpClient client = HttpClient.newHttpClient();
        List<InputStream> tabs = new ArrayList<>();
        try {
            long before = number(sockets);
            for (int tab = 0; tab < 50; tab++) {
                InputStream changes = client.send(
                                HttpRequest.newBuilder(URI.create(url + "/changes"))
                                        .version(HttpClient.Version.HTTP_1_1)
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                assertThat(changes.read()).as("something comes").isPositive();
                tabs.add(changes);
            }
            // Others may be opened and closed meanwhile; a consumer for each tab would open as many again.
            assertThat(number(sockets))
                    .as("one socket for each tab, and none to the broker")
                    .isLessThan(before + 2 * 50);
        } finally {
            for (InputStream tab : tabs) {
                tab.close();
            }
        }
    }

    private static long number(Path sockets) throws IOException {
        try (Stream<Path> files = Files.list(sockets)) {
            return files.filter(BoardViewsTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void responseTimesOfADistrictAreThoseOfTheTopic() throws IOException {
        go("times&priority=A");
        List<Row> rows = latest(Topic.CRIME_RESPONSE_TIMES).stream()
                .filter(row -> "onscene".equals(row.value("leg")) && "A".equals(row.value("priority")))
                .toList();
        String last = rows.stream()
                .map(row -> text(row, "window_start"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<String> wanted = rows.stream()
                .filter(row -> text(row, "window_start").equals(last))
                .map(row -> String.join(
                        " | ",
                        text(row, "police_district"),
                        text(row, "calls"),
                        span(row, "median_seconds"),
                        // The line of the medians has no text.
                        "",
                        span(row, "p90_seconds"),
                        span(row, "p99_seconds"),
                        row.value("within_goal") instanceof Double share ? Math.round(100 * share) + "%" : "—"))
                .sorted()
                .toList();
        assertThat(wanted).isNotEmpty();
        assertThat(page.locator("#times-rows tr")).hasCount(wanted.size());
        assertThat(lines("#times-rows")).isEqualTo(wanted);
        assertThat(page.locator("#times-caption")).containsText("The goal is 8 min.");
        assertThat(page.locator("#times-chart canvas")).isVisible();
    }

    @Test
    void openCallsAreThoseOfTheTopicPerPriorityAndDistrict() throws IOException {
        go("now");
        List<Row> rows = openGroups();
        LocalDateTime latest = latestCall(rows);
        assertThat(page.locator("#open-readout"))
                .containsText(
                        "%s calls open, the oldest for %s; last change ".formatted(calls(rows), age(rows, latest)));
        assertThat(lines("#open-priority-rows")).isEqualTo(openParts(rows, "priority", latest));
        assertThat(lines("#open-district-rows")).isEqualTo(openParts(rows, "police_district", latest));
        assertThat(page.locator("#open-as-of")).containsText("Ages are as of " + moment(latest));
    }

    @Test
    void agesOfOpenCallsGrowByTheCitysClock() throws IOException {
        List<Row> rows = openGroups();
        LocalDateTime now = latestCall(rows).plusDays(2);
        Instant instant = now.atZone(ZoneId.of("America/Los_Angeles")).toInstant();
        page.clock().setFixedTime(Date.from(instant));
        go("now");
        assertThat(lines("#open-district-rows")).isEqualTo(openParts(rows, "police_district", now));
        assertThat(page.locator("#open-as-of")).isHidden();
    }

    private static List<Row> openGroups() throws IOException {
        return latest(Topic.CRIME_OPEN_CALLS).stream()
                .filter(row -> count(row) > 0)
                .toList();
    }

    /** The lines of the table of open calls by that field. */
    private static List<String> openParts(List<Row> rows, String field, LocalDateTime now) {
        TreeMap<String, List<Row>> parts = new TreeMap<>();
        rows.forEach(row -> parts.computeIfAbsent(text(row, field), any -> new ArrayList<>())
                .add(row));
        return parts.entrySet().stream()
                .map(part -> "%s | %s | %s, since %s"
                        .formatted(
                                part.getKey(),
                                calls(part.getValue()),
                                age(part.getValue(), now),
                                moment(oldest(part.getValue()))))
                .toList();
    }

    private static String calls(List<Row> rows) {
        return amount(rows.stream().mapToLong(BoardViewsTest::count).sum());
    }

    private static String age(List<Row> rows, LocalDateTime now) {
        return span(Duration.between(oldest(rows), now));
    }

    private static LocalDateTime oldest(List<Row> rows) {
        return rows.stream()
                .map(BoardViewsTest::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDateTime latestCall(List<Row> rows) {
        return rows.stream()
                .map(BoardViewsTest::oldest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDateTime oldest(Row row) {
        return LocalDateTime.parse(text(row, "oldest_call_date_time"));
    }

    private static String moment(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US));
    }

    @Test
    void everyNumberOfTheMapIsThatOfTheTopic() throws IOException {
        Collection<Row> rows = latest(Topic.CRIME_COUNTS_BY_PLACE);
        TreeSet<String> starts = new TreeSet<>();
        rows.forEach(row -> starts.add(text(row, "window_start")));
        assertThat(starts).hasSizeGreaterThan(10);
        go("map");
        List<String> hexagons = placesOf(rows, "hexagon", starts.last());
        assertThat(hexagons).hasSizeGreaterThan(50);
        assertThat(page.locator("#map-area")).isVisible();
        assertThat(mapped()).isEqualTo(hexagons);
        assertThat(page.locator("#map-readout strong")).hasText(total(hexagons) + " calls");
        assertThat(page.locator("#place-rows tr")).hasCount(20);
        page.click("#all-places");
        assertThat(listed()).isEqualTo(hexagons);

        page.click("#map-earlier");
        String before = Objects.requireNonNull(starts.lower(starts.last()));
        assertThat(page.locator("#map-readout strong")).hasText(total(placesOf(rows, "hexagon", before)) + " calls");
        assertThat(mapped()).isEqualTo(placesOf(rows, "hexagon", before));

        page.selectOption("#map-window", "all");
        for (String kind : List.of("hexagon", "analysis_neighborhood", "police_district")) {
            page.selectOption("#kind", kind);
            List<String> all = placesOf(rows, kind, "");
            assertThat(page.locator("#place-rows tr")).hasCount(all.size());
            assertThat(listed()).isEqualTo(all);
            assertThat(page.locator("#map-readout strong")).hasText(total(all) + " calls");
            assertThat(page.locator("#map-area").isVisible()).isEqualTo(kind.equals("hexagon"));
        }
    }

    /** Each place of a kind with its calls, in the window with that start or in all; in the order of their names. */
    private static List<String> placesOf(Collection<Row> rows, String kind, String start) {
        TreeMap<String, Long> calls = new TreeMap<>();
        rows.stream()
                .filter(row -> text(row, "place_kind").equals(kind))
                .filter(row -> text(row, "window_start").startsWith(start))
                .forEach(row -> calls.merge(text(row, "place"), count(row), Long::sum));
        return calls.entrySet().stream()
                .map(place -> place.getKey() + " " + amount(place.getValue()))
                .toList();
    }

    private static String total(List<String> places) {
        return amount(places.stream()
                .map(place -> place.substring(place.lastIndexOf(' ') + 1).replace(",", ""))
                .mapToLong(Long::parseLong)
                .sum());
    }

    private List<?> mapped() {
        return (List<?>) page.evaluate("[...document.querySelectorAll('#map a')]"
                + ".map(link => link.dataset.place + ' ' + link.getAttribute('aria-label').split(' ')[0])"
                + ".filter(place => !place.endsWith(' 0')).sort()");
    }

    private List<?> listed() {
        return (List<?>) page.evaluate("[...document.querySelectorAll('#place-rows tr')]"
                + ".map(row => new URLSearchParams(row.querySelector('a').hash.slice(1)).get('place')"
                + " + ' ' + row.cells[1].textContent).sort()");
    }

    @Test
    void theMapIsReadAndChosenFromByTheKeyboard() {
        go("map");
        Locator stop = page.locator("#map a[tabindex='0']");
        assertThat(stop).hasCount(1);
        stop.focus();
        String first = stop.getAttribute("aria-label");
        assertThat(page.locator("#map-tip")).hasText(first);
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#map-tip")).not().hasText(first);
        assertThat(page.locator("#map-tip")).hasText(stop.getAttribute("aria-label"));
        page.keyboard().press("Escape");
        assertThat(page.locator("#map-tip")).isHidden();

        String chosen = stop.getAttribute("aria-label");
        page.keyboard().press("Enter");
        assertThat(page.locator("#place-rows a[aria-current='true']"))
                .hasText(chosen.substring(chosen.indexOf(", ") + 2));
        page.reload();
        assertThat(page.locator("#map a[aria-current='true']")).hasAttribute("aria-label", chosen);
        page.click("#to-week");
        page.goBack();
        assertThat(page.locator("#map a[aria-current='true']")).hasAttribute("aria-label", chosen);
    }

    @Test
    void aWindowThatIsStillFillingIsShownAsSuch() {
        answerWith(places -> {
            ArrayNode windows = places.withArray("windows");
            ((ObjectNode) windows.get(windows.size() - 1)).put("filling", true);
        });
        go("map");
        assertThat(page.locator("#map-filling")).containsText("The window is still filling: calls up to ");
        assertThat(page.locator("#map-readout")).containsText(", so far");
        assertThat(page.locator("#map")).hasClass("map filling");
        page.click("#map-earlier");
        assertThat(page.locator("#map-filling")).isHidden();
        assertThat(page.locator("#map-readout")).not().containsText(", so far");
        assertThat(page.locator("#map")).hasClass("map");
    }

    @Test
    void withoutCoordinatesNeighborhoodsAreListedAndWithoutPlacesItIsSaidWhatToRun() {
        answerWith(places -> places.withArray("kinds").remove(0));
        go("map");
        assertThat(page.locator("#map-area")).isHidden();
        assertThat(page.locator("#place-heading")).hasText("Neighborhood");
        answerWith(places -> {
            places.withArray("windows").removeAll();
            places.withArray("kinds").removeAll();
        });
        page.reload();
        assertThat(page.locator("#map-empty")).containsText("--query places");
        assertThat(page.locator("#places")).isHidden();
    }

    /** Changes what the page is told of places. */
    private void answerWith(Consumer<ObjectNode> change) {
        page.unrouteAll();
        page.route("**/places", route -> {
            try {
                ObjectNode places = (ObjectNode) JSON.readTree(route.fetch().text());
                change.accept(places);
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(places.toString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void everyEpisodeIsThereAndSaysWhy() throws IOException {
        go("unusual");
        Collection<Row> episodes = latest(Topic.CRIME_ALERTS);
        long open = episodes.stream()
                .filter(row -> Boolean.FALSE.equals(row.value("ended")))
                .count();
        assertThat(episodes).isNotEmpty();
        assertThat(page.locator("#unusual-readout"))
                .hasText(open + (open == 1 ? " episode" : " episodes") + " going on, " + (episodes.size() - open)
                        + " over");
        assertThat(page.locator("#episode-rows tr")).hasCount(Math.min(50, episodes.size()));
        assertThat(page.locator("#episode-rows tr").first()).containsText("expected, usually");
        String type = page.locator("#episode-rows th").first().textContent();
        page.fill("#unusual-filter", type);
        assertThat(page.locator("#episode-rows tr")).hasCount((int) episodes.stream()
                .filter(row -> text(row, "original_crime_type_name")
                        .toLowerCase(Locale.ROOT)
                        .contains(type.toLowerCase(Locale.ROOT)))
                .count());
    }

    @Test
    void aLinkAReloadAndBackKeepWhatIsSelected() {
        go("now");
        page.locator("#rows th a").first().click();
        assertThat(page.locator("#view-type")).isVisible();
        page.click("#type-week");
        String type = page.inputValue("#week-filter");
        assertThat(type).isNotEmpty();
        assertThat(page.locator("#view-week")).isVisible();
        page.reload();
        assertThat(page.locator("#view-week")).isVisible();
        assertThat(page.inputValue("#week-filter")).isEqualTo(type);
        page.click("#to-unusual");
        assertThat(page.locator("#view-unusual")).isVisible();
        page.goBack();
        assertThat(page.locator("#view-week")).isVisible();
        assertThat(page.inputValue("#week-filter")).isEqualTo(type);
    }

    @Test
    void noViewHasWhatAScreenReaderStumblesOver() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String view : List.of(
                    "now",
                    "type",
                    "week",
                    "week&colours=usual",
                    "map",
                    "map&window=all&kind=police_district",
                    "times",
                    "unusual")) {
                go(view);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(view + ", " + scheme)
                        .isEmpty();
            }
        }
    }

    @Test
    void screenshotsForThoseWhoLook() throws IOException {
        for (String view : List.of("now", "type", "week", "map", "times&priority=A", "unusual")) {
            String name = view.replaceFirst("&.*", "");
            picture(view, name, 1280, ColorScheme.LIGHT);
            picture(view, name + "-narrow", 390, ColorScheme.DARK);
        }
        picture("week&colours=usual", "usual", 1280, ColorScheme.LIGHT);
    }

    private static void picture(String view, String name, int width, ColorScheme scheme) throws IOException {
        try (Page other = chromium.browser()
                .newPage(
                        new Browser.NewPageOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
            go(other, view);
            assertThat((Boolean) other.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out of " + view + ", " + width + " wide")
                    .isTrue();
            other.screenshot(new Page.ScreenshotOptions().setPath(Pictures.file("board-" + name + ".png")));
        }
    }

    private void go(String view) {
        go(page, view);
    }

    /** Opens a view and waits until it has rows. */
    private static void go(Page page, String view) {
        page.navigate(url + "/#view=" + view);
        page.reload();
        assertThat(page.locator("#status")).hasText("Live");
        String name = view.replaceFirst("&.*", "");
        assertThat(page.locator("#view-" + name + " tbody tr").first()).isVisible();
    }

    private List<?> cells(String value) {
        return (List<?>) page.evaluate("[...document.querySelectorAll('#heat-rows td')].map(" + value + ")");
    }

    private List<?> lines(String body) {
        return (List<?>) page.evaluate(
                "body => [...document.querySelectorAll(body + ' tr')].map(row => [...row.cells].map(cell => cell.textContent).join(' | '))",
                body);
    }

    /** The calls of each hour that the board keeps, of the types that contain a text, from the rows of the topic. */
    private static final class Hours {

        private final TreeMap<LocalDateTime, Long> calls = new TreeMap<>();

        Hours(String type) throws IOException {
            for (Row row : latest(Topic.CRIME_COUNTS)) {
                boolean matches = text(row, "original_crime_type_name")
                        .toLowerCase(Locale.ROOT)
                        .contains(type);
                calls.merge(LocalDateTime.parse(text(row, "window_start")), matches ? count(row) : 0L, Long::sum);
            }
            while (calls.size() > KEPT_HOURS) {
                calls.pollFirstEntry();
            }
        }

        List<String> week() {
            return hours().map(hour -> calls.containsKey(hour) ? amount(calls.get(hour)) : "none yet")
                    .toList();
        }

        List<String> usual() {
            return hours().map(hour -> calls.containsKey(hour)
                            ? hour.format(DateTimeFormatter.ofPattern("HH:mm")) + ": " + calls.get(hour)
                                    + (calls.get(hour) == 1 ? " call" : " calls") + ", usually " + median(hour)
                            : "")
                    .toList();
        }

        private Stream<LocalDateTime> hours() {
            LocalDateTime first = calls.lastKey().truncatedTo(ChronoUnit.DAYS).minusDays(6);
            return Stream.iterate(first, hour -> hour.plusHours(1)).limit(7 * 24);
        }

        private String median(LocalDateTime hour) {
            List<Long> before = Stream.iterate(hour.minusWeeks(1), calls::containsKey, week -> week.minusWeeks(1))
                    .map(calls::get)
                    .sorted()
                    .toList();
            double median = (before.get((before.size() - 1) / 2) + before.get(before.size() / 2)) / 2.0;
            return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(median);
        }
    }

    /** The rows of the windows that the board shows. */
    private static List<Row> rowsOfLatestWindows(int windows) throws IOException {
        Collection<Row> all = latest(Topic.CRIME_COUNTS);
        TreeSet<String> starts = new TreeSet<>();
        all.forEach(row -> starts.add(text(row, "window_start")));
        while (starts.size() > windows) {
            starts.pollFirst();
        }
        return all.stream()
                .filter(row -> starts.contains(text(row, "window_start")))
                .toList();
    }

    private static String ending(Row row) {
        return Stream.of("description", "disposition")
                .map(row::value)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("none given");
    }

    private static long count(Row row) {
        return ((Number) Objects.requireNonNull(row.value("count"))).longValue();
    }

    private static String amount(@Nullable Long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String span(Row row, String field) {
        return row.value(field) instanceof Long seconds ? span(Duration.ofSeconds(seconds)) : "—";
    }

    private static String span(Duration span) {
        if (span.toMinutes() == 0) {
            return span.toSeconds() + " s";
        }
        long small = span.toHours() == 0 ? span.toSecondsPart() : span.toMinutesPart();
        String large = span.toHours() == 0 ? span.toMinutes() + " min" : span.toHours() + " h";
        return small == 0 ? large : large + " " + small + (span.toHours() == 0 ? " s" : " min");
    }

    private static String text(Row row, String field) {
        return String.valueOf(row.value(field));
    }

    /** The latest row of each key. */
    private static Collection<Row> latest(Topic topic) throws IOException {
        Map<Object, Row> rows = new LinkedHashMap<>();
        try (TopicReader reader =
                TopicReader.open(Map.of("bootstrap.servers", stack.bootstrapServers()), topic.name())) {
            reader.readToEnd(record -> rows.put(record.key(), Row.of(record)));
        }
        return rows.values();
    }
}
