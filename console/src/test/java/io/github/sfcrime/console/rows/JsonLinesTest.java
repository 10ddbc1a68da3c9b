package io.github.sfcrime.console.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.console.Samples;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.RadioCode;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Records as JSON, one a line. */
class JsonLinesTest {

    private final StringWriter out = new StringWriter();

    @Test
    void aCountIsOneObjectInTheOrderOfItsSchema() throws IOException {
        try (JsonLines json = new JsonLines(out)) {
            json.write(Samples.handled("Passing Call", 12));
            json.write(Samples.count(Samples.NINE, "Traffic Stop", null, null, 3));
        }
        assertThat(out).hasToString("""
                {"window_start":"2018-10-02T09:00:00","window_end":"2018-10-02T10:00:00","original_crime_type_name":"Passing Call","disposition":"HAN","description":"Handled","count":12}
                {"window_start":"2018-10-02T09:00:00","window_end":"2018-10-02T10:00:00","original_crime_type_name":"Traffic Stop","disposition":null,"description":null,"count":3}
                """);
    }

    @Test
    void noTextSteersATerminalAndAllIsSaid() throws IOException {
        String text = "\u001b[31m \u0085\u009b\u007f \u202e\u2066 caf\u00e9 \u4e2d\ud83d\ude00";
        try (JsonLines json = new JsonLines(out)) {
            json.write(new RadioCode("A", text));
        }
        assertThat(out.toString())
                .isEqualTo("{\"disposition_code\":\"A\",\"description\":\"\\u001B[31m \\u0085\\u009b\\u007F"
                        + " \\u202e\\u2066 caf\u00e9 \u4e2d\ud83d\ude00\"}\n");
        assertThat(new JsonMapper().readTree(out.toString()).path("description").asText())
                .isEqualTo(text);
    }

    @Test
    void datesAndTimesOfADecodedCallAreReadable() throws IOException {
        WireFormat<CallForService> calls = new WireFormat<>(CallForService.SCHEMA$);
        try (JsonLines json = new JsonLines(out)) {
            json.handle(Samples.record(calls.encode(Samples.call()), new RecordHeaders()));
        }
        assertThat(out).hasToString("""
                {"crime_id":182750001,"original_crime_type_name":"Passing Call","report_date":"2018-10-02","call_date":"2018-10-02","offense_date":null,"call_time":"09:11:00","call_date_time":"2018-10-02T09:11:00","disposition":"HAN","address":"Café \\"Zoë\\", 0 Block Of Market St","city":"","state":"CA","agency_id":1,"address_type":"Intersection","common_location":null,"entry_date_time":null,"dispatch_date_time":null,"enroute_date_time":null,"onscene_date_time":null,"close_date_time":null,"analysis_neighborhood":null,"police_district":null,"priority":null,"last_update_date_time":null,"longitude":null,"latitude":null}
                """);
    }

    @Test
    void whatIsNotOursIsShownWithItsOriginHeadersAndBytes() throws IOException {
        try (JsonLines json = new JsonLines(out)) {
            json.handle(Samples.record(Samples.bytes("{\"a\": 1}"), Samples.setAside("no Avro")));
            json.handle(Samples.record(new byte[] {0, (byte) 0xFF}, new RecordHeaders()));
            json.handle(Samples.record(null, new RecordHeaders()));
        }
        assertThat(out).hasToString("""
                {"partition":1,"offset":17,"timestamp":"2026-11-22T10:00:00.123Z","key":"182750001","headers":{"reason":"no Avro","source-offset":"4"},"problem":"not Avro single-object encoding: it should begin with C3 01 and an 8-byte fingerprint, but has 8 bytes: 7B 22 61 22 3A 20 31 7D","text":"{\\"a\\": 1}","base64":"eyJhIjogMX0="}
                {"partition":1,"offset":17,"timestamp":"2026-11-22T10:00:00.123Z","key":"182750001","headers":{},"problem":"not Avro single-object encoding: it should begin with C3 01 and an 8-byte fingerprint, but has 2 bytes: 00 FF","text":null,"base64":"AP8="}
                {"partition":1,"offset":17,"timestamp":"2026-11-22T10:00:00.123Z","key":"182750001","headers":{},"value":null}
                """);
    }

    @Test
    void whatTheJobSetAsideIsShownWithTheReason() throws IOException {
        byte[] late = Samples.COUNTS.encode(Samples.handled("Passing Call", 12));
        try (JsonLines json = new JsonLines(out)) {
            json.handle(Samples.record(late, Samples.setAside("late")));
        }
        assertThat(out).hasToString("""
                {"partition":1,"offset":17,"timestamp":"2026-11-22T10:00:00.123Z","key":"182750001","headers":{"reason":"late","source-offset":"4"},"value":{"window_start":"2018-10-02T09:00:00","window_end":"2018-10-02T10:00:00","original_crime_type_name":"Passing Call","disposition":"HAN","description":"Handled","count":12}}
                """);
    }
}
