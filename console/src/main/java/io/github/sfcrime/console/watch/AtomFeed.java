package io.github.sfcrime.console.watch;

import io.github.sfcrime.console.rows.Printable;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicRecord;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The latest rows of a topic as a feed, newest first, as <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 * says. A row's id is its topic, partition and offset, by which a reader tells one that it has had. Thread-safe.
 */
final class AtomFeed implements RecordHandler {

    private static final int MOST = 100;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ID = "tag:sfcrime.github.io,2026:";

    private final String topic;
    private final Instant begun;
    private final Deque<TopicRecord> rows = new ArrayDeque<>();
    private long version;

    /** A feed without rows. */
    AtomFeed(String topic, Clock clock) {
        this.topic = topic;
        begun = clock.instant();
    }

    @Override
    public synchronized void handle(TopicRecord record) {
        rows.addFirst(record);
        if (rows.size() > MOST) {
            rows.removeLast();
        }
        version++;
    }

    /** Names the feed's rows: another one for each change of them. */
    synchronized String version() {
        return begun.toEpochMilli() + "-" + version;
    }

    /**
     * The feed as XML.
     *
     * @param address where it is served
     */
    String xml(String address) {
        List<TopicRecord> shown;
        synchronized (this) {
            shown = new ArrayList<>(rows);
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", ID + topic);
            element(xml, "title", "Rows of " + topic);
            element(xml, "updated", (shown.isEmpty() ? begun : shown.get(0).timestamp()).toString());
            xml.writeStartElement("author");
            element(xml, "name", "sfcrime");
            xml.writeEndElement();
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("href", address);
            for (TopicRecord record : shown) {
                entry(xml, record);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, TopicRecord record) throws XMLStreamException {
        Row row = Row.of(record);
        xml.writeStartElement("entry");
        element(xml, "id", ID + record.topic() + "/" + record.partition() + "/" + record.offset());
        element(xml, "title", title(row));
        element(xml, "updated", record.timestamp().toString());
        element(
                xml,
                "content",
                IntStream.range(0, row.names().size())
                        .mapToObj(field ->
                                row.names().get(field) + ": " + row.values().get(field))
                        .collect(Collectors.joining("\n")));
        xml.writeEndElement();
    }

    /** What the row is about, and how many: "Passing Call, HAN, Handled: 12". */
    private static String title(Row row) {
        String about = IntStream.range(0, row.names().size())
                .filter(field -> row.values().get(field) instanceof String
                        && !isTime(row.names().get(field)))
                .mapToObj(field -> String.valueOf(row.values().get(field)))
                .collect(Collectors.joining(", "));
        return row.value("count") instanceof Number count ? about + ": " + count : about;
    }

    private static boolean isTime(String field) {
        return field.endsWith("_start") || field.endsWith("_end");
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // XML has no control characters, not even escaped ones.
        xml.writeCharacters(Printable.lines(text).replaceAll("[\\ufffe\\uffff\\p{Cs}]", "\ufffd"));
        xml.writeEndElement();
    }
}
