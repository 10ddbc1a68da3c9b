package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as portals, spreadsheets, pandas, Spark and databases write it. */
final class CsvInputTest {

    private static final ReadBack WHOLE = new ReadBack(List.of(1L, 2L, 3L), List.of(), null, List.of());

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '^', '~', '\u0001', '\u00A6'})
    void theHeadingTellsTheDelimiter(char delimiter) throws IOException {
        assertThat(read(ReadBack.csv().replace(',', delimiter))).isEqualTo(WHOLE);
    }

    @Test
    void whatASpreadsheetWasToldToTakeForTextIsThatText() throws IOException {
        assertThat(read(ReadBack.csv().replace("\n1,", "\n=\"1\",").replace("\n2,", "\n\"=\"\"2\"\"\",")))
                .isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001A", "\0\0\0\0", "\r\n \u001A\r\n"})
    void whatFillsAFileUpIsNoRow(String end) throws IOException {
        assertThat(read(ReadBack.csv() + end)).isEqualTo(WHOLE);
    }

    @Test
    void aByteOfZeroCostsItsOwnRow() throws IOException {
        assertThat(read(ReadBack.csv().replace("2,Made", "2,Ma\0de")))
                .isEqualTo(new ReadBack(
                        List.of(1L, 3L), List.of("3 null holds a byte of zero, which is no text"), null, List.of()));
    }

    @Test
    void byteOrderMarksAreNoPartOfHeadingsAndRows() throws IOException {
        String marked = "\uFEFF" + ReadBack.csv();

        assertThat(read("\uFEFF" + marked)).isEqualTo(WHOLE);
        assertThat(read(marked + marked).sent()).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        assertThat(read(marked + "\uFEFF" + ReadBack.row(4) + "\n").sent()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void spacesInFrontOfQuotesAreTold() {
        assertThatThrownBy(() -> read("\"crime_id\", \"original_crime_type_name\", \"call_date_time\"\n"))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("its columns have a space in front of their quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"})
    void aLineForExcelInFrontIsNoRow(String line) throws IOException {
        assertThat(read(line + ReadBack.csv().replace(',', ';'))).isEqualTo(WHOLE);
    }

    @Test
    void aDelimiterThatIsGivenIsTaken() throws IOException {
        Path file = ReadBack.write(directory, ReadBack.csv().replace(',', 'x'));

        assertThat(ReadBack.of(file, new ReadAs(InputFormat.CSV, null, 'x'))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyDoAnywhere(String end) throws IOException {
        assertThat(read(ReadBack.csv().replace("\n", end))).isEqualTo(WHOLE);
    }

    @Test
    void anIndexEmptyColumnsAtTheEndAndARepeatedHeadingDoNoHarm() throws IOException {
        String indexed = ReadBack.csv()
                .replace("\n1,", "\n0,1,")
                .replace("\n2,", "\n1,2,")
                .replace("\n3,", "\n2,3,");

        assertThat(read("," + indexed)).isEqualTo(WHOLE);
        assertThat(read(ReadBack.csv().replace("St\n", "St,,\n"))).isEqualTo(WHOLE);
        assertThat(read(ReadBack.csv() + ReadBack.csv()).sent()).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Crime Id,Original Crime Type Name,Call Date Time,Address",
                "CRIME_ID,ORIGINAL_CRIME_TYPE_NAME,CALL_DATE_TIME,ADDRESS",
                "crime-id,original-crime-type-name,call-date-time,address",
                "crimeId,originalCrimeTypeName,callDateTime,address",
                "crimeid,originalcrimetypename,calldatetime,address",
                "calls.crime_id,calls.original_crime_type_name,calls.call_date_time,calls.address",
                "CAD Number,Call Type Original Desc,Received DateTime,Intersection Name",
                "Crime Id,Original Crime Type Name,Call Date/Time,Address",
                "CrimeId,Original\u00A0Crime  Type Name, call_date_time ,address"
            })
    void headingsAreKnownHoweverTheirWordsAreJoined(String heading) throws IOException {
        assertThat(read(ReadBack.csv().replace(ReadBack.HEADING, heading))).isEqualTo(WHOLE);
    }

    @Test
    void twoColumnsForOneFieldAreNamed() {
        assertThatThrownBy(() -> read(ReadBack.csv().replace("address", "cad_number")))
                .isInstanceOf(UserErrorException.class)
                .hasMessageEndingWith(" has two columns for crime_id: crime_id and cad_number: take one of them out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Calls of 2018\nexported today\n\n", "Calls of 2018,,,\nMade,2018-11-21,,\n,,,\n", "# by x\n"})
    void whatStandsInFrontOfTheHeadingIsPassedOverAndTold(String preamble) throws IOException {
        ReadBack read = read(preamble + ReadBack.csv());

        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.remarks())
                .singleElement()
                .asString()
                .endsWith("what stands in front of its heading line was passed over: "
                        + preamble.lines().findFirst().orElseThrow());
    }

    @Test
    void linesOfBlanksAreNoRows() throws IOException {
        assertThat(read(ReadBack.csv().replace("\n", "\n  \n"))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @MethodSource
    void quotesAreReadAsTheirWritersMeantThem(String written, String meant) throws IOException {
        Path file = ReadBack.write(directory, ReadBack.csv().replace("2 Nowhere St", written));

        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            assertThat(reader.next()).isNotNull();
            RawCall second = reader.next();
            assertThat(second).isNotNull();
            assertThat(second.value(CallField.ADDRESS)).isEqualTo(meant);
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNull();
        }
    }

    static List<Arguments> quotesAreReadAsTheirWritersMeantThem() {
        return List.of(
                Arguments.of("\"2 Nowhere, \"\"St\"\"\"", "2 Nowhere, \"St\""),
                Arguments.of("\"2 \\\"Nowhere\\\" St\"", "2 \"Nowhere\" St"),
                Arguments.of("\"A ST \\ B ST \\\"", "A ST \\ B ST \\"),
                Arguments.of("2 5\" Pipe St", "2 5\" Pipe St"),
                Arguments.of("\"line one\r\n\nline three, x\"", "line one\n\nline three, x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9,\"Open,2018-11-20T10:00:00.000,x\n",
                "9,Made Up,2018-11-20T10:00:00.000,\"Some place\n",
                "\"9,Made Up,2018-11-20T10:00:00.000,x\n",
                "9,Made Up,2018-11-20T10:00:00.000,\"a\"b\n"
            })
    void aQuoteThatIsNotClosedCostsItsRowAndNoneBehindIt(String open) throws IOException {
        for (String last : List.of(row("\"3 Good St\""), row("3 St, 5\""), row("3 Nowhere St"))) {
            ReadBack read = read(
                    ReadBack.HEADING + "\n" + ReadBack.row(1) + "\n" + open + ReadBack.row(2) + "\n" + last + "\n");

            assertThat(read.sent()).contains(1L, 2L);
            assertThat(read.rejected()).first().asString().startsWith("3 null ").contains("quote");
            assertThat(read.sent().size() + read.rejected().size()).isEqualTo(4);
        }
    }

    private static String row(String address) {
        return "3,Made Up,2018-11-20T10:00:00.000," + address;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3 Nowh", "\"3 Nowh\n", "3,Made Up,2018-11-20T"})
    void aFileThatIsCutWithinARowIsTold(String cut) throws IOException {
        String end = cut.startsWith("3") ? cut : row(cut);
        ReadBack read = read(ReadBack.HEADING + "\n" + ReadBack.row(1) + "\n" + ReadBack.row(2) + "\n" + end);

        assertThat(read.sent()).containsExactly(1L, 2L);
        assertThat(read.damage() == null ? read.rejected().toString() : read.damage())
                .containsAnyOf("record 3 (line 4): the input is cut short here", "[4 null opens a quote");
    }

    @Test
    void aLastLineWithoutAnEndIsRemarkedOn() throws IOException {
        String csv = ReadBack.csv();
        ReadBack read = read(csv.substring(0, csv.length() - 3));

        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.remarks())
                .singleElement()
                .asString()
                .endsWith("line 4: the last line has no end: if the file is cut, its last value is too");
    }

    @Test
    void aByteThatIsNotUtf8IsToldWithItsLineAndTheOtherRowsAreRead() throws IOException {
        StringBuilder csv = new StringBuilder(ReadBack.HEADING).append('\n');
        for (int i = 1; i <= 900; i++) {
            csv.append(ReadBack.row(i).replace("500 Nowhere", "500 N\u00FFwhere"))
                    .append('\n');
        }
        Path file = ReadBack.write(directory, csv.toString().getBytes(StandardCharsets.ISO_8859_1));

        ReadBack read = ReadBack.of(file);
        assertThat(read.sent()).hasSize(899).startsWith(1L).contains(499L, 501L).doesNotContain(500L);
        assertThat(read.rejected()).containsExactly("501 null holds bytes that are not UTF-8");
        assertThat(read.damage()).contains("record 500 (line 501): the byte 0xFF is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "IBM850"})
    void anEncodingThatIsGivenIsTaken(String name) throws IOException {
        Charset encoding = Charset.forName(name);
        Path file = ReadBack.write(
                directory, ReadBack.csv().replace("Nowhere", "Pe\u00F1a").getBytes(encoding));

        assertThat(ReadBack.of(file, new ReadAs(null, encoding, null))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncoding(String name) throws IOException {
        Path file = ReadBack.write(directory, ("\uFEFF" + ReadBack.csv()).getBytes(Charset.forName(name)));

        assertThat(ReadBack.of(file)).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anEncodingWithoutAByteOrderMarkIsNamed(String name) throws IOException {
        Path file = ReadBack.write(directory, ReadBack.csv().getBytes(Charset.forName(name)));

        assertThatThrownBy(() -> ReadBack.of(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot load " + file + ": it looks like text in " + name
                        + " without a byte order mark: give --encoding " + name);
    }

    @Test
    void textThatIsNotOfItsEncodingIsReadUpToThere() throws IOException {
        byte[] text = ("\uFEFF" + ReadBack.csv()).getBytes(StandardCharsets.UTF_16LE);
        text[text.length - 2] = 0;
        text[text.length - 1] = (byte) 0xDC;

        ReadBack read = ReadBack.of(ReadBack.write(directory, text));
        assertThat(read.sent()).containsExactly(1L, 2L);
        assertThat(read.damage()).contains("is no text of the encoding UTF-16LE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crime_id,call_date_time                            | has no column for original_crime_type_name: expected are
            Call Number,Unit ID,Incident Number,Call Date,City | like those of San Francisco's fire department calls
            NOPD_Item,Type_,TypeText,TimeCreate,TimeDispatch   | like those of New Orleans' calls for service
            a;b;c                                              | found are a, b, c
            7,Made Up,2018-11-20T10:00:00.000                  | its first line is no heading: put one in front
            """)
    void columnsOfSomethingElseAreNamed(String heading, String named) throws IOException {
        Path file = ReadBack.write(directory, heading + "\n1,2,3\n");

        assertThatThrownBy(() -> ReadBack.of(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining(named);
    }

    private ReadBack read(String text) throws IOException {
        return ReadBack.of(ReadBack.write(directory, text));
    }
}
