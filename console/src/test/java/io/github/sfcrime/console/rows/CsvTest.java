package io.github.sfcrime.console.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.Samples;
import io.github.sfcrime.schemas.RadioCode;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Records as CSV. */
class CsvTest {

    private final StringWriter out = new StringWriter();

    @Test
    void aHeadingIsFollowedByOneLineForEachRecord() throws IOException {
        try (Csv csv = new Csv(out)) {
            csv.write(Samples.handled("Passing Call", 12));
            csv.write(Samples.handled("Poss \"x\", y\nz", 1));
            csv.write(Samples.count(Samples.NINE, "Traffic Stop", "", null, 3));
        }
        assertThat(out).hasToString("""
                window_start,window_end,original_crime_type_name,disposition,description,count
                2018-10-02T09:00:00,2018-10-02T10:00:00,Passing Call,HAN,Handled,12
                2018-10-02T09:00:00,2018-10-02T10:00:00,"Poss ""x"", y
                z",HAN,Handled,1
                2018-10-02T09:00:00,2018-10-02T10:00:00,Traffic Stop,"",,3
                """);
    }

    @Test
    void noTextSteersATerminal() throws IOException {
        try (Csv csv = new Csv(out)) {
            csv.write(new RadioCode("A\tB\u009b31m", "\u001b]0;title\u0007 \u202egpj.exe\r\n\u007f"));
        }
        assertThat(out).hasToString("""
                disposition_code,description
                A\tB\\u009b31m,"\\u001b]0;title\\u0007 \\u202egpj.exe\\u000d
                \\u007f"
                """);
    }

    @Test
    void otherColumnsBeginANewTable() throws IOException {
        try (Csv csv = new Csv(out)) {
            csv.write(Samples.handled("Passing Call", 12));
            csv.handle(Samples.record(Samples.bytes("a"), Samples.setAside("no Avro")));
        }
        assertThat(out).hasToString("""
                window_start,window_end,original_crime_type_name,disposition,description,count
                2018-10-02T09:00:00,2018-10-02T10:00:00,Passing Call,HAN,Handled,12

                partition,offset,timestamp,key,headers,problem,text,base64
                1,17,2026-11-22T10:00:00.123Z,182750001,"{""reason"":""no Avro"",""source-offset"":""4""}","not Avro single-object encoding: it should begin with C3 01 and an 8-byte fingerprint, but has 1 bytes: 61",a,YQ==
                """);
    }
}
