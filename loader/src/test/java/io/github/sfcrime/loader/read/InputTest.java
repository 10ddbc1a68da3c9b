package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.loader.generate.CallStages;
import io.github.sfcrime.loader.generate.CallWriter;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InputTest {

    private static final int CALLS = 3;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls.json",
                "calls.jsonl",
                "calls.csv",
                "calls.json.gz",
                "calls.jsonl.gz",
                "calls.csv.gz",
                "calls.jsonl.zst",
                "calls.json.bz2"
            })
    void whatIsWrittenInAFormatIsReadBack(String name) throws Exception {
        List<CallForService> calls = calls(CALLS);

        // Content tells the format, so that the name need not.
        Path nameless = Files.move(written(name, calls), directory.resolve("calls"));

        assertThat(converted(nameless)).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.csv", "calls.json", "calls.jsonl"})
    void stagesThatAreWrittenAreReadBack(String name) throws Exception {
        List<CallForService> calls = calls(CALLS);
        CallStages stages = new CallStages(1);
        calls.forEach(stages::addTo);

        assertThat(converted(written(name, calls, CallField.WITH_STAGES))).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.json", "calls.jsonl", "calls.json.gz"})
    void aFileCutAnywhereGivesTheRecordsBeforeTheCut(String name) throws Exception {
        List<CallForService> calls = calls(CALLS);
        byte[] whole = Files.readAllBytes(written(name, calls));
        // From where the first bytes show a format; the last two bytes are the end of a line and of what it ends.
        for (int length = name.endsWith(".gz") ? 60 : 1; length < whole.length - 2; length++) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
            List<CallForService> kept = new ArrayList<>();
            boolean damaged = readInto(kept, cut);
            assertThat(kept).as("cut after %d bytes", length).isEqualTo(calls.subList(0, kept.size()));
            assertThat(damaged || name.endsWith(".jsonl"))
                    .as("cut after %d bytes", length)
                    .isTrue();
        }
    }

    @Test
    void aCutArrayIsReportedWithThePlaceAndTheRecordsBeforeIt() throws Exception {
        Path cut = text("cut.json", "[\n  {\"crime_id\": \"1\"},\n  {\"crime_id\"");

        assertThatThrownBy(() -> readInto(new ArrayList<>(), cut, true))
                .isInstanceOf(DamagedInputException.class)
                .hasMessage(cut + ", record 2 (line 3): the input is cut short here; the 1 record before it was read,"
                        + " get a whole copy of it for the rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<calls/>", "a,b\n1,2\n"})
    void whatIsNoFormatThatIsKnownIsTheUsersMistake(String content) throws Exception {
        Path file = text("other", content);

        assertThatThrownBy(() -> new Input(file, ReadAs.SHOWN).check()).isInstanceOf(UserErrorException.class);
    }

    @Test
    void aMissingFileIsTheUsersMistake() {
        Path missing = directory.resolve("missing.json");

        assertThatThrownBy(() -> new Input(missing, ReadAs.SHOWN).check())
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot load " + missing + ": there is no such file");
    }

    @Test
    void csvColumnsComeInAnyOrderAndStyleAndOthersAreIgnored() throws Exception {
        Path file = text("calls.csv", """
                \uFEFFWard,call_date_time,"Crime Id",Original Crime Type Name,CITY\r
                7,12/31/2018 11:57:00 PM,183653763,"Poss ""A"", B",\r
                """);

        CallForService expected = new CallForService();
        expected.setCrimeId(183653763L);
        expected.setOriginalCrimeTypeName("Poss \"A\", B");
        expected.setCallDateTime(LocalDateTime.of(2018, 12, 31, 23, 57));
        assertThat(converted(file)).containsExactly(expected);
        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            assertThat(reader.ignoredFields()).containsExactly("Ward");
        }
    }

    @Test
    void csvWithoutARequiredColumnIsTheUsersMistake() throws Exception {
        Path file = text("calls.csv", "Crime Id,Original Crime Type Name\n1,Poss\n");

        assertThatThrownBy(() -> new Input(file, new ReadAs(InputFormat.CSV, null, null)).check())
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot load " + file + ": it has no column for call_date_time: expected are crime_id (or"
                        + " cad_number), original_crime_type_name (or call_type_original_desc or call_type_final_desc)"
                        + " and call_date_time (or call_dttm or received_datetime), found are Crime Id, Original Crime"
                        + " Type Name; give the column that has it one of these names");
    }

    @Test
    void aCsvRowWithTooFewColumnsIsAFlawWithinAndACutAtTheEnd() throws Exception {
        Path file = text(
                "calls.csv",
                "crime_id,original_crime_type_name,call_date_time\n1,Poss\n2,Poss,2018-12-31T23:57:00.000\n3,Po");

        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            RawCall first = reader.next();
            assertThat(first).isNotNull();
            assertThat(first.flaw()).hasMessage("has 2 columns where the heading has 3");
            assertThat(reader.next()).isNotNull();
            assertThatThrownBy(reader::next)
                    .hasMessageStartingWith(file + ", record 3 (line 4): the input is cut short here");
        }
    }

    @Test
    void aLineOfJsonLinesThatIsNoneIsAFlawAndReadingGoesOn() throws Exception {
        Path file = text("calls.jsonl", "{\"crime_id\":\"1\"}\n{\"crime_id\":}\n\n{\"crime_id\":\"3\"}\n");

        List<String> seen = new ArrayList<>();
        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            for (RawCall raw = reader.next(); raw != null; raw = reader.next()) {
                seen.add(raw.position().line() + " " + raw.value(CallField.CRIME_ID) + " " + raw.original());
            }
        }
        assertThat(seen).containsExactly("1 1 null", "2 null {\"crime_id\":}", "4 3 null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"crime_id\": {\"a\": [1]}}]",
                "[{\"crime_id\": \"1\", \"crime_id\": \"2\"}]",
                "[17]",
            })
    void jsonThatIsNoFlatObjectIsAFlawOfTheRecord(String content) throws Exception {
        try (CallReader reader = new Input(text("calls.json", content), ReadAs.SHOWN).open(new LongAdder())) {
            RawCall raw = reader.next();
            assertThat(raw).isNotNull();
            assertThat(raw.flaw()).isNotNull();
            assertThat(reader.next()).isNull();
        }
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
    }

    private Path written(String name, List<CallForService> calls) throws Exception {
        return written(name, calls, CallField.OF_THE_FILE);
    }

    private Path written(String name, List<CallForService> calls, List<CallField> fields) throws Exception {
        Path file = directory.resolve(name);
        try (CallWriter writer = CallWriter.create(file, fields)) {
            for (CallForService call : calls) {
                writer.write(call);
            }
        }
        return file;
    }

    private static List<CallForService> calls(int number) {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.of(2018, 10, 2, 0, 0), 92);
        List<CallForService> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(generator.next());
        }
        return calls;
    }

    private static List<CallForService> converted(Path file) throws Exception {
        List<CallForService> calls = new ArrayList<>();
        readInto(calls, file, true);
        return calls;
    }

    /** Whether the file turned out damaged. */
    private static boolean readInto(List<CallForService> calls, Path file) throws Exception {
        try {
            readInto(calls, file, true);
            return false;
        } catch (DamagedInputException e) {
            return true;
        }
    }

    private static void readInto(List<CallForService> calls, Path file, boolean convert) throws Exception {
        try (CallReader reader = new Input(file, ReadAs.SHOWN).open(new LongAdder())) {
            for (RawCall raw = reader.next(); raw != null; raw = reader.next()) {
                if (convert && raw.value(CallField.CALL_DATE_TIME) != null) {
                    calls.add(CallConversion.convert(raw));
                }
            }
        }
    }
}
