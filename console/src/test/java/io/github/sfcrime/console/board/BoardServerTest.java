package io.github.sfcrime.console.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The board over HTTP. */
class BoardServerTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Board board = new Board("crime_counts", "localhost:9092", 3);
    private final BoardServer server;

    BoardServerTest() throws IOException {
        server = BoardServer.start(board, 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
        for (String path : List.of("/", "/board.js", "/board.css", "/counts.csv?window=x", "/nothing")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
        }
    }

    @Test
    void everythingThatThePageAsksForIsThere() throws Exception {
        String page = get("/").body();
        List<String> parts = Stream.of(page.split("(?:href|src)=\""))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .filter(part -> !part.startsWith("#"))
                .map(part -> part.startsWith("/") ? part : "/" + part)
                .toList();
        assertThat(parts).hasSize(5);
        for (String part : parts) {
            assertThat(get(part).statusCode()).as(part).isEqualTo(200);
        }
    }

    @Test
    void noScriptMakesMarkupOfText() throws Exception {
        Path scripts = Path.of("src/main/resources/io/github/sfcrime/console/board/page");
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
            }
        }
    }

    @Test
    void aPageThatConnectsGetsAllThereIsAndThenWhatChanges() throws Exception {
        board.put(BoardTest.row(0, 1, "Passing Call", "HAN", 12));
        board.phase(SourceState.Phase.live);
        HttpResponse<InputStream> events = http.send(
                request("/changes").header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), UTF_8))) {
            assertThat(data(lines)).isEqualTo("""
                    {"source":{"topic":"crime_counts","brokers":"localhost:9092","phase":"live","skipped":0,"latestRow":null},\
                    "job":null,"dashboard":null,"kept":["2018-10-02T09:00"],\
                    "windows":[{"start":"2018-10-02T09:00","end":"2018-10-02T10:00","rows":[{"type":"Passing Call",\
                    "disposition":"HAN","description":"Handled","count":12}]}],\
                    "results":{"alerts":{"topic":"crime_alerts","phase":"reading","version":1},\
                    "districts":{"topic":"crime_counts_by_district","phase":"reading","version":1},\
                    "places":{"topic":"crime_counts_by_place","phase":"reading","version":1},\
                    "response-times":{"topic":"crime_response_times","phase":"reading","version":1}},"open":null}""");
            board.put(BoardTest.row(1, 2, "<script>alert(1)</script>", null, 1));
            assertThat(data(lines)).contains("""
                    "windows":[{"start":"2018-10-02T10:00","end":"2018-10-02T11:00","rows":[{"type":\
                    "<script>alert(1)</script>","disposition":null,"description":null,"count":1}]}],"results":""");
        }
    }

    @Test
    void whatIsDownloadedIsWhatIsShownAndNoFormula() throws Exception {
        board.put(BoardTest.row(0, 1, "=HYPERLINK(\"x\")", "@SUM", 3));
        board.put(BoardTest.row(0, 1, "Petty Theft, \"Grand\"", "HAN", 2));
        board.put(BoardTest.row(0, 1, " -theft", null, 1));
        board.put(BoardTest.row(0, 1, "\ttheft", null, 1));
        board.put(BoardTest.row(1, 2, "Theft of another hour", null, 1));
        HttpResponse<String> all = get("/counts.csv?window=2018-10-02T09:00");
        assertThat(all.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"counts-2018-10-02T09-00.csv\"");
        assertThat(all.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        String heading = "window_start,window_end,original_crime_type_name,disposition,description,count";
        assertThat(all.body().lines())
                .containsExactly(
                        heading,
                        "2018-10-02T09:00,2018-10-02T10:00,\"'=HYPERLINK(\"\"x\"\")\",'@SUM,,3",
                        "2018-10-02T09:00,2018-10-02T10:00,\"Petty Theft, \"\"Grand\"\"\",HAN,Handled,2",
                        "2018-10-02T09:00,2018-10-02T10:00,'\ttheft,,,1",
                        "2018-10-02T09:00,2018-10-02T10:00,' -theft,,,1");
        assertThat(get("/counts.csv?window=2018-10-02T09:00&type=tty%20th")
                        .body()
                        .lines())
                .containsExactly(
                        heading, "2018-10-02T09:00,2018-10-02T10:00,\"Petty Theft, \"\"Grand\"\"\",HAN,Handled,2");
    }

    @Test
    void aWindowThatIsNotThereOrNoneAtAllIsTheAskersMistake() throws Exception {
        assertThat(get("/counts.csv?window=2018-10-02T09:00").statusCode()).isEqualTo(404);
        assertThat(get("/counts.csv?window=nine").statusCode()).isEqualTo(400);
        assertThat(get("/counts.csv").statusCode()).isEqualTo(400);
    }

    @Test
    void theHistoryIsTheNumberOfCallsOfEachWindow() throws Exception {
        board.put(BoardTest.row(0, 1, "Passing Call", "HAN", 12));
        board.put(BoardTest.row(0, 1, "Noise", null, 3));
        board.put(BoardTest.row(1, 2, "Noise", null, 4));
        assertThat(get("/history").body()).isEqualTo("[]");
        board.phase(SourceState.Phase.live);
        assertThat(get("/history").body()).isEqualTo("""
                [{"start":"2018-10-02T09:00","end":"2018-10-02T10:00","calls":15},\
                {"start":"2018-10-02T10:00","end":"2018-10-02T11:00","calls":4}]""");
        assertThat(get("/history?type=passing").body()).contains("\"calls\":12}", "\"calls\":0}");
    }

    @Test
    void placesAreAskedForWithTheCornersOfTheHexagons() throws Exception {
        assertThat(get("/places").body()).isEqualTo("{\"windows\":[],\"kinds\":[]}");
        board.places().take(PlaceWindowsTest.row(0, 1, "hexagon", PlaceWindowsTest.CELL, 4));
        board.places().phase(SourceState.Phase.live);
        assertThat(get("/places").body()).startsWith("""
                {"windows":[{"start":"2018-10-02T09:00","end":"2018-10-02T10:00","filling":false}],\
                "kinds":[{"kind":"hexagon","places":[{"place":"8828308281fffff","corners":[[37.768823,-122.416823],""");
    }

    @Test
    void resultsBesideTheCountsAreRowsThatAreAskedFor() throws Exception {
        ResultRows alerts = board.results(Board.ALERTS).orElseThrow();
        alerts.take(ResultRowsTest.alert("Noise", 9, 16));
        alerts.take(ResultRowsTest.alert("Fire", 10, 5));
        alerts.phase(SourceState.Phase.live);
        assertThat(get("/results/alerts?original_crime_type_name=Noise").body())
                .startsWith("[{\"original_crime_type_name\":\"Noise\",\"police_district\":\"MISSION\","
                        + "\"episode_start\":\"2018-10-02T09:00:00\"")
                .contains("\"count\":16")
                .doesNotContain("Fire");
        assertThat(get("/results/response-times").body()).isEqualTo("[]");
        assertThat(get("/results/others").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatConnectsIsToldWhichCallsAreOpen() throws Exception {
        board.open().take(OpenCallGroupsTest.row("Noise", null, "MISSION", 2, 9));
        board.open().phase(SourceState.Phase.live);
        HttpResponse<InputStream> events = http.send(
                request("/changes").header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), UTF_8))) {
            assertThat(data(lines)).endsWith("""
                    "open":{"latestRow":1795341600000,"latestCall":"2018-10-02T09:00:00",\
                    "all":{"name":null,"count":2,"oldest":"2018-10-02T09:00:00"},\
                    "priorities":[{"name":null,"count":2,"oldest":"2018-10-02T09:00:00"}],\
                    "districts":[{"name":"MISSION","count":2,"oldest":"2018-10-02T09:00:00"}]}}""");
        }
    }

    @Test
    void nothingButThePageIsServed() throws Exception {
        assertThat(get("/board.js").statusCode()).isEqualTo(200);
        for (String path : List.of("/BoardServer.class", "/../version.properties", "/%2e%2e/Tail.class", "/page/")) {
            assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void noAnswerRepeatsWhatWasAsked() throws Exception {
        for (String path : List.of("/counts.csv?window=%3Cscript%3E", "/%3Cscript%3E", "/counts.csv/%3Cscript%3E")) {
            for (String accepted : List.of("text/html", "application/json", "*/*")) {
                String answer = http.send(
                                request(path).header("Accept", accepted).build(), BodyHandlers.ofString())
                        .body();
                assertThat(answer).as(path).doesNotContainIgnoringCase("script");
            }
        }
    }

    @Test
    void anotherSiteWhoseNameLeadsHereIsRefused() throws Exception {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
                OutputStream out = socket.getOutputStream();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            out.write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatToDo() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> BoardServer.start(board, port))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot serve the board on port " + port + ": ")
                .hasMessageEndingWith(": choose another with --port");
    }

    private static String data(BufferedReader lines) throws IOException {
        String line = "";
        while (!line.startsWith("data: ")) {
            line = Objects.requireNonNull(lines.readLine());
        }
        return line.substring("data: ".length());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }
}
