package io.github.sfcrime.console.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.CallCount;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The rows of a watch as a feed. */
class AtomFeedTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomFeed feed =
            new AtomFeed("crime_counts", Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC));
    private final FeedServer server;

    AtomFeedTest() throws IOException {
        server = FeedServer.start(feed, 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theNewestRowComesFirstAndSaysWhatItIsAbout() throws Exception {
        feed.handle(row(7, "Passing Call", 12));
        feed.handle(row(8, "Traffic Stop", 3));
        Document read = parsed(get("").body());
        NodeList entries = read.getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(2);
        Element first = (Element) entries.item(0);
        assertThat(text(first, "id")).isEqualTo("tag:sfcrime.github.io,2026:crime_counts/0/8");
        assertThat(text(first, "title")).isEqualTo("Traffic Stop, HAN, Handled: 3");
        assertThat(text(first, "updated")).isEqualTo("2018-10-02T17:00:08Z");
        assertThat(text(first, "content"))
                .isEqualTo("window_start: 2018-10-02T09:00:00\nwindow_end: 2018-10-02T10:00:00\n"
                        + "original_crime_type_name: Traffic Stop\ndisposition: HAN\ndescription: Handled\ncount: 3");
        assertThat(text(read.getDocumentElement(), "updated")).isEqualTo("2018-10-02T17:00:08Z");
    }

    @Test
    void aFeedWithoutRowsIsOneToo() throws Exception {
        HttpResponse<String> answer = get("");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml; charset=utf-8");
        Element root = parsed(answer.body()).getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(root, "updated")).isEqualTo("2026-11-27T08:00:00Z");
        assertThat(((Element) root.getElementsByTagName("link").item(0)).getAttribute("href"))
                .isEqualTo(server.url());
    }

    @Test
    void textFromRecordsIsNeverMarkupNorBreaksIt() throws Exception {
        String nasty = "<script>alert(1)</script> & \u0000\u001b[31m \ud800 \uffff";
        feed.handle(row(7, nasty, 1));
        String title = text(
                (Element) parsed(get("").body()).getElementsByTagName("entry").item(0), "title");
        assertThat(title).isEqualTo("<script>alert(1)</script> & \\u0000\\u001b[31m \ufffd \ufffd, HAN, Handled: 1");
    }

    @Test
    void theLatestHundredAreKept() throws Exception {
        IntStream.range(0, 150).forEach(offset -> feed.handle(row(offset, "Noise", 1)));
        NodeList entries = parsed(get("").body()).getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(100);
        assertThat(text((Element) entries.item(99), "id")).endsWith("/50");
    }

    @Test
    void aReaderThatHasTheRowsGetsThemOnceMoreOnlyWhenTheyChange() throws Exception {
        feed.handle(row(7, "Passing Call", 12));
        String version = get("").headers().firstValue("ETag").orElseThrow();
        assertThat(get(version).statusCode()).isEqualTo(304);
        feed.handle(row(8, "Passing Call", 12));
        assertThat(get(version).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatToDo() {
        assertThatThrownBy(() -> FeedServer.start(feed, URI.create(server.url()).getPort()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot serve the feed on port ")
                .hasMessageEndingWith(": choose another with --feed");
    }

    private HttpResponse<String> get(String have) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url()))
                        .header("If-None-Match", have)
                        .build(),
                BodyHandlers.ofString());
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static TopicRecord row(long offset, String type, long count) {
        LocalDateTime start = LocalDateTime.parse("2018-10-02T09:00");
        return new TopicRecord(
                "crime_counts",
                0,
                offset,
                Instant.parse("2018-10-02T17:00:00Z").plusSeconds(offset),
                new Content.Absent(),
                new Content.Decoded(new CallCount(start, start.plusHours(1), type, "HAN", "Handled", count)),
                new RecordHeaders());
    }
}
