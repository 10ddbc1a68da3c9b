package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a command that has written to a topic or a file.
 *
 * @param sent calls that this load has surely written to the topic
 * @param sentBefore calls that an earlier start of it had written
 * @param duplicatesSeen calls that occurred before; null where the order does not show them
 */
record SendSummary(
        String topic,
        long read,
        long sent,
        long sentBefore,
        long rejected,
        @Nullable Long duplicatesSeen,
        StepTimes times) {

    private static final JsonFactory JSON = new JsonFactory();

    double seconds() {
        return times.total();
    }

    long recordsPerSecond() {
        return seconds() == 0 ? 0 : Math.round(sent / seconds());
    }

    /** Valid calls that are not in the topic: none, unless the load failed or was interrupted. */
    long unsent() {
        return read - sent - sentBefore - rejected;
    }

    /** One line for a person. */
    String asText() {
        String before = sentBefore == 0 ? "" : String.format(Locale.ROOT, ", sent before %,d", sentBefore);
        String unsent = unsent() == 0 ? "" : String.format(Locale.ROOT, ", not sent %,d", unsent());
        return String.format(
                Locale.ROOT,
                "%s: read %,d, sent %,d%s, rejected %,d%s in %s, %,d records/s",
                topic,
                read,
                sent,
                before,
                rejected,
                unsent,
                times.asText(),
                recordsPerSecond());
    }

    /** One object for a program. */
    String asJson() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("topic", topic);
            json.writeNumberField("read", read);
            json.writeNumberField("sent", sent);
            json.writeNumberField("sent_before", sentBefore);
            json.writeNumberField("rejected", rejected);
            json.writeNumberField("unsent", unsent());
            json.writeFieldName("duplicates_seen");
            if (duplicatesSeen == null) {
                json.writeNull();
            } else {
                json.writeNumber(duplicatesSeen);
            }
            times.writeTo(json);
            json.writeNumberField("records_per_second", recordsPerSecond());
            json.writeEndObject();
        }
        return text.toString();
    }
}
