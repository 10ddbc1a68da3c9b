package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as portals, pandas, Spark, jq and people lay it out; C1, C2 and C3 stand for calls. */
final class JsonInputTest {

    private static final String COLUMNS =
            "[{\"name\":\"Id\",\"fieldName\":\"cad_number\"},{\"name\":\"Type\",\"fieldName\":\"call_type_final_desc\"},"
                    + "{\"name\":\"Received\",\"fieldName\":\"received_datetime\"},{\"name\":\"Point\",\"fieldName\":\"point\"}]";

    private static final String ROWS =
            "[[\"row-a\",0,null,\"1\",\"Made Up\",\"2018-11-20T10:00:00\",[null,\"37\",\"-122\"]],"
                    + "[\"row-b\",0,null,\"2\",\"Made Up\",\"2018-11-20T10:00:00\",null],"
                    + "[\"row-c\",0,null,3,\"Made Up\",\"2018-11-20T10:00:00\",null]]";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[C1,C2,C3]",
                "C1\nC2\nC3\n",
                "C1\r\nC2\r\n\r\nC3",
                "C1C2C3",
                "C1 C2\nC3",
                "[C1,C2]\n[C3]\n",
                "[[C1],[C2,C3]]",
                "{\"status\":\"ok\",\"results\":[C1,C2,C3],\"count\":3}",
                "{\"result\":{\"fields\":[{\"id\":\"a\"}],\"records\":[C1,C2,C3]}}",
                "{\"hits\":{\"total\":3,\"hits\":[{\"_id\":1,\"_source\":C1},{\"_id\":2,\"_source\":C2},{\"_source\":C3}]}}",
                "{\"features\":[{\"attributes\":C1},{\"attributes\":C2},{\"attributes\":C3}],\"more\":[{\"x\":1},2]}",
                "{\"data\":[C1,C2]}\n{\"data\":[C3]}\n",
                "[{\"data\":[C1,C2]},{\"data\":[C3]}]",
                "{\"calls_2018\":[C1],\"calls_2019\":[C2,C3]}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":C1}\n"
                        + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":C2}\n{\"properties\":C3}",
                "\u001E{\"properties\":C1}\n\u001E{\"properties\":C2}\n\u001E{\"properties\":C3}\n",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"x\"}},\"features\":[{\"type\":\"Feature\","
                        + "\"properties\":C1,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4]]]}},"
                        + "{\"properties\":C2},{\"properties\":C3}]}",
                "{\"0\":C1,\"1\":C2,\"2\":C3}",
                "{\"schema\":{\"fields\":[{\"name\":\"crime\"}]},\"data\":[C1,C2,C3]}",
                "\uFEFFC1\n\uFEFFC2\n\uFEFFC3\n"
            })
    void callsAreFoundWhateverIsAroundThem(String layout) throws IOException {
        assertThat(read(layout)).isEqualTo(whole());
        String pretty = layout.replace("C1", spread(1)).replace("C2", spread(2)).replace("C3", spread(3));
        assertThat(ReadBack.of(ReadBack.write(directory, pretty))).isEqualTo(whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Feature\",\"geometry\":POINT,\"properties\":{CALL}}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{CALL},\"geometry\":POINT}]}",
                "{\"geometry\":{\"coordinates\":[0,0]},\"properties\":{CALL,\"intersection_point\":POINT}}",
                "{CALL,\"intersection_point\":POINT}",
                "{CALL,\"intersection_point\":\"POINT (-122.39 37.79)\",\"city\":null}",
                "{CALL,\"intersection_point\":POINT,\"city\":null}",
                "{CALL,\"lon\":-122.39,\"lat\":\"37.79\"}"
            })
    void aPlaceIsReadWhereverItStands(String layout) throws Exception {
        String call = ReadBack.json(1);
        String text = layout.replace("CALL", call.substring(1, call.length() - 1))
                .replace("POINT,", "{\"type\":\"Point\",\"coordinates\":[-122.39,37.79]},")
                .replace("POINT}", "{\"type\":\"Point\",\"coordinates\":[-122.39,37.79]}}");
        try (CallReader reader = new Input(ReadBack.write(directory, text), ReadAs.SHOWN).open(new LongAdder())) {
            CallForService read = CallConversion.convert(Objects.requireNonNull(reader.next()));

            assertThat(read.getLongitude()).isEqualTo(-122.39);
            assertThat(read.getLatitude()).isEqualTo(37.79);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meta\":{\"view\":{\"name\":\"x\",\"columns\":COLUMNS}},\"data\":ROWS}",
                "{\n\"meta\" : {\"view\" : {\"columns\" : COLUMNS, \"tags\" : [\"a\"]}},\n\"data\" :\nROWS\n}\n"
            })
    void rowsOfThePortalAreReadByTheFieldNamesOfTheirColumns(String layout) throws IOException {
        String text = layout.replace("COLUMNS", COLUMNS).replace("ROWS", ROWS);

        assertThat(ReadBack.of(ReadBack.write(directory, text))).isEqualTo(whole());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"columns\":[\"crime_id\",\"original_crime_type_name\",\"call_date_time\"],\"index\":[0,1,2],\"data\":[ROW1,ROW2,ROW3]}",
                "[[\"crime_id\",\"original_crime_type_name\",\"call_date_time\"],ROW1,ROW2,ROW3]"
            })
    void rowsAreReadByTheNamesThatStandBeforeThem(String layout) throws IOException {
        String text = layout.replaceAll("ROW(.)", "[$1,\"Made Up\",\"2018-11-20 10:00\"]");

        assertThat(ReadBack.of(ReadBack.write(directory, text))).isEqualTo(whole());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data":ROWS,"meta":{"view":{"columns":COLUMNS}}} | rows stand before the names of their columns
            {"id":"abcd-1234","columns":COLUMNS}              | describes a data set and has no rows
            {"meta":{"view":{"columns":COLUMNS}},"data":[]}   | describes a data set and has no rows
            {"error":true,"message":"no such column"}         | an error that the portal answered with
            {"crime_id":{"0":"1"},"city":{"0":"x"}}           | a table by columns, as pandas writes it
            {"crime_id":["1","2"],"city":["x","y"]}           | a table by columns, as pandas writes it
            {"type":"FeatureCollection","features":[]}        | has no records: its 'features' is empty
            {"disposition_code":"ABA","description":"Abated"} | they look like those of the radio codes
            [{"incident_datetime":"x","incident_category":1}] | San Francisco's police incident reports
            {"a":{"b":[{"c":1}]}}                             | found are a, b, c
            {}                                                | found are none
            """)
    void whatHoldsNoCallsIsNamed(String text, String named) throws IOException {
        Path file = ReadBack.write(directory, text.replace("COLUMNS", COLUMNS).replace("ROWS", ROWS));

        assertThatThrownBy(() -> ReadBack.of(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessageStartingWith("cannot load " + file + ": it")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[C1,C2,C3,]", "[C1,,C2,C3]", "C1,\nC2,\nC3,\n", "C1,\nC2,\nC3"})
    void commasThatAreTooManyAreRemarkedOn(String layout) throws IOException {
        ReadBack read = read(layout);

        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.damage()).isNull();
        assertThat(read.remarks())
                .singleElement()
                .asString()
                .endsWith("has commas where JSON has none, they were passed over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[C1,C2,C3]\\nDone.\\n      | line 2: behind the end of the calls stands Done., which is no JSON",
                "[C1,C2]\\nINFO next\\n[C3] | line 2: behind the end of the calls stands INFO next, which is no JSON",
                "[C1,C2,C3]]                | line 1: behind the end of the calls stands ], which is no JSON",
                "[\\nC1,\\nC2,\\nC3\\n      | record 4 (line 5): the input ends before the bracket that closes its array",
                "{\"data\":[C1,C2,C3]       | record 4 (line 1): the input ends before the bracket that closes its array"
            })
    void whatIsWholeIsReadAndWhatIsWrongIsSaid(String layout, String said) throws IOException {
        ReadBack read = read(layout.replace("\\n", "\n"));

        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.damage()).contains(said).doesNotContain("whole copy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1\n{\"crime_id\":\"9\n C2\nC3\n",
                "C1\n{\"crime_id\":\"9\",\"city\":\nC2\nC3\n",
                "C1\nno JSON at all {}\nC2\nC3\n",
                "C1\n{\"crime_id\":}\nC2\nC3\n",
                "[\n C1,\n {\n  \"crime_id\": \"9,\n  \"city\": \"x\"\n },\n C2,\n C3\n]",
                "[\n C1,\n {\n  \"crime_id\": \"9\",\n  \"city\": \"x\"\n ,\n C2,\n C3\n]",
                "[\n C1,\n {\"crime_id\": [\"9\"},\n C2,\n C3\n]",
                "[C1,null,C2,C3]",
                "{\"features\":[{\"properties\":C1},{\"properties\":null},{\"properties\":C2},{\"properties\":C3}]}",
                "{\"features\":[{\"properties\":C1},{\"type\":\"Feature\"},{\"properties\":C2},{\"properties\":C3}]}"
            })
    void whatIsNoCallCostsItselfAndNoneBehindIt(String layout) throws IOException {
        ReadBack read = read(layout);

        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.rejected()).hasSize(1);
        assertThat(read.damage()).isNull();
    }

    @Test
    void aBareNanIsAMissingValue() throws IOException {
        assertThat(read("[" + ReadBack.json(1).replace("}", ",\"agency_id\":NaN,\"city\":NaN}") + ",C2,C3]"))
                .isEqualTo(whole());
    }

    @Test
    void halfACharacterIsAReject() throws IOException {
        String half = ReadBack.json(7).replace("Made", "M\\ud83d");
        String pair = ReadBack.json(1).replace("Made", "M\\ud83d\\ude00");

        ReadBack read = read(pair + "\n" + half + "\nC2\nC3\n");
        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.rejected())
                .containsExactly("2 original_crime_type_name holds half a character (a surrogate without the other)");
    }

    @Test
    void aRejectNamesTheFieldAsTheFileDoes() throws IOException {
        ReadBack read = read("""
                {"cad_number":"1","call_type_final_desc":"x","received_datetime":"yesterday"}
                {"cad_number":"1","call_type_final_desc":"x"}
                """);

        assertThat(read.rejected())
                .containsExactly(
                        "1 received_datetime is not a date as in 2018-12-31 or 12/31/2018",
                        "2 received_datetime is missing");
    }

    @Test
    void bytesThatAreNotUtf8AreARejectOnTheirLineAndToldAtTheEnd() throws IOException {
        Path file = ReadBack.write(
                directory,
                (ReadBack.json(1) + "\n" + ReadBack.json(9).replace("Made", "M\u00E9") + "\n" + ReadBack.json(2) + "\n"
                                + ReadBack.json(3))
                        .getBytes(StandardCharsets.ISO_8859_1));

        ReadBack read = ReadBack.of(file);
        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.rejected()).containsExactly("2 null holds bytes that are not UTF-8");
        assertThat(read.damage())
                .isEqualTo(
                        file
                                + ", record 2 (line 2): the byte 0xE9 is not UTF-8, and 1 of the 4 records hold such bytes and"
                                + " were rejected: in windows-1252 it reads 'M\u00E9 Up': load it with --encoding windows-1252");
        assertThat(ReadBack.of(file, new ReadAs(null, StandardCharsets.ISO_8859_1, null))
                        .sent())
                .containsExactly(1L, 9L, 2L, 3L);
    }

    @Test
    void ofKeysThatAreIgnoredAFewAreToldAndNoneCanWriteToATerminal() throws IOException {
        StringBuilder lines = new StringBuilder(ReadBack.json(1).replace("{", "{\"\\u001B[31m\\u202Ekey\":1,"));
        for (int i = 0; i < 1000; i++) {
            lines.append('\n').append(ReadBack.json(2).replace("{", "{\"key" + i + "\":1,"));
        }
        Path file = ReadBack.write(directory, lines.toString());

        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            RawCall raw = reader.next();
            while (raw != null) {
                raw = reader.next();
            }
            assertThat(reader.ignoredFields()).hasSize(21).contains("\\u001b[31m\\u202ekey", "key0");
        }
    }

    private ReadBack read(String layout) throws IOException {
        String text = layout.replace("C1", ReadBack.json(1))
                .replace("C2", ReadBack.json(2))
                .replace("C3", ReadBack.json(3));
        return ReadBack.of(Files.writeString(directory.resolve("calls.json"), text));
    }

    /** The call over several lines. */
    private static String spread(int number) {
        return ReadBack.json(number)
                .replace("{", "{\n    ")
                .replace(",", ",\n    ")
                .replace(":\"", ": \"")
                .replace("}", "\n}");
    }

    private static ReadBack whole() {
        return new ReadBack(List.of(1L, 2L, 3L), List.of(), null, List.of());
    }
}
