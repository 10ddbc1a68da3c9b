package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.call.RawCalls;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.loader.generate.CallWriter;
import io.github.sfcrime.loader.order.CallOrder;
import io.github.sfcrime.loader.order.SortedCalls;
import io.github.sfcrime.loader.read.StandardInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an input holds: read = sent + rejected, and what is wrong is said, never thrown as a bug is. */
final class BadInputTest {

    private static final int CALLS = 4;
    private static final int FLIPS = 400;
    private static final int MANY = 100_000;
    private static final int MEGABYTE = 1 << 20;
    private static final String TIME = "\"call_date_time\":\"2018-12-31T23:57:00.000\"";
    private static final String CALL = "{\"crime_id\":\"1\",\"original_crime_type_name\":\"Poss\"," + TIME + "}";

    @TempDir
    private Path directory;

    private Outcome outcome;

    @BeforeEach
    void begin() {
        outcome = new Outcome();
    }

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
    void anInputThatIsCutAfterAnyByteIsNoBug(String name) throws IOException {
        byte[] whole = generated(name);
        for (int length = 0; length < whole.length; length++) {
            load(Arrays.copyOf(whole, length));
        }
    }

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
    void anInputWithAnyBytesChangedIsNoBug(String name) throws IOException {
        byte[] whole = generated(name);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        System.out.println(name + " is damaged by seed " + seed);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            load(damaged);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"crime_id":NaN,"original_crime_type_name":"Poss",TIME}                        | 0 | 1
            {"crime_id":1,"original_crime_type_name":"Poss",TIME}                          | 1 | 0
            {"crime_id":1.5,"original_crime_type_name":"Poss",TIME}                        | 0 | 1
            {"crime_id":"1","crime_id":"2","original_crime_type_name":"Poss",TIME}         | 0 | 1
            {"original_crime_type_name":"Poss",TIME}                                       | 0 | 1
            {"crime_id":["1"],"original_crime_type_name":"Poss",TIME}                      | 0 | 1
            {"crime_id":"1","original_crime_type_name":"Poss","call_date_time":null}       | 0 | 1
            {"crime_id":"1","original_crime_type_name":"Poss","call_date_time":"2018-02-30T00:00:00"}    | 0 | 1
            {"crime_id":"1","original_crime_type_name":"Poss","call_date_time":"2018-12-31T10:00 Mars"}  | 0 | 1
            "text"                                                                         | 0 | 1
            17                                                                             | 0 | 1
            """)
    void whatIsNoCallIsRejected(String line, long sent, long rejected) throws IOException {
        load((CALL + "\n" + line.replace("TIME", TIME) + "\r\n" + CALL + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.sent).isEqualTo(sent + 2);
        assertThat(outcome.rejected).isEqualTo(rejected);
        assertThat(outcome.damages).isEmpty();
    }

    /** One label for both, as the data has it: local time without a zone. */
    @ParameterizedTest
    @ValueSource(strings = {"2018-03-11T02:30:00.000", "2018-11-04T01:30:00.000"})
    void theHourThatIsSkippedAndTheOneThatIsRepeatedAreTimesLikeOthers(String time) throws Exception {
        assertThat(CallConversion.convert(RawCalls.with(CallField.CALL_DATE_TIME, time))
                        .getCallDateTime())
                .isEqualTo(LocalDateTime.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF\r\n"})
    void aByteOrderMarkIsPassedOver(String start) throws IOException {
        load((start + CALL + "\r\n" + CALL).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.sent).isEqualTo(2);
    }

    @Test
    void deepNestingIsRejected() throws IOException {
        String deep = "[".repeat(MANY) + "]".repeat(MANY);
        load((CALL + "\n{\"crime_id\":" + deep + "}\n" + CALL + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.sent).isEqualTo(2);
        assertThat(outcome.rejected).isEqualTo(1);

        outcome = new Outcome();
        load(("[" + CALL + ",{\"crime_id\":" + deep + "}," + CALL + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.sent).isEqualTo(2);
        assertThat(outcome.rejected).isEqualTo(1);
        assertThat(outcome.damages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`{\"crime_id\":\"`, `\"}\n`, 1", "`[{\"crime_id\":7},{\"crime_id\":\"`, `\"}]`, 2"})
    void aStringOfAHundredMegabytesIsRejected(String start, String end, long rejected) throws IOException {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) 'x');
        List<InputStream> parts = new ArrayList<>();
        parts.add(bytes(start));
        Collections.nCopies(100, megabyte).forEach(part -> parts.add(new ByteArrayInputStream(part)));
        parts.add(bytes(end));

        load(new SequenceInputStream(Collections.enumeration(parts)));

        assertThat(outcome.rejected).isEqualTo(rejected);
        assertThat(outcome.damages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n{\"crime_id\":%s}\n%s\n", "[%s,{\"crime_id\":%s},%s]"})
    void aNumberOfAnyLengthIsOneReject(String layout) throws IOException {
        load(String.format(layout, CALL, "7".repeat(1001), CALL).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.sent).isEqualTo(2);
        assertThat(outcome.rejected).isEqualTo(1);
        assertThat(outcome.damages).isEmpty();
    }

    private byte[] generated(String name) throws IOException {
        Path file = directory.resolve(name);
        CallGenerator calls = new CallGenerator(3, LocalDateTime.of(2018, 10, 2, 0, 0), 92);
        try (CallWriter writer = CallWriter.create(file)) {
            for (int i = 0; i < CALLS; i++) {
                writer.write(calls.next());
            }
        }
        return Files.readAllBytes(file);
    }

    private void load(byte[] content) throws IOException {
        load(new ByteArrayInputStream(content));
    }

    /** Loads it as a load does; a user's mistake and a failure are answers too. */
    private void load(InputStream content) throws IOException {
        Path file = directory.resolve("rejects.jsonl");
        outcome.sent = 0;
        try (Rejects rejects = new Rejects(file);
                SortedCalls sorted = SortedCalls.in(directory, MEGABYTE)) {
            CallEncoding encoding = new CallEncoding(CallOrder.EVENT_TIME, call -> new byte[1], MEGABYTE);
            Loading loading = new Loading(encoding, sorted, rejects, RejectLimit.parse("100%"), new Progress(false));
            CallSource source = new StandardInput(content);
            loading.read(List.of(source), call -> {});
            loading.send(call -> outcome.sent++);
            outcome.rejected = rejects.count();
            outcome.damages = loading.damages();
            assertThat(loading.recordsRead()).isEqualTo(outcome.sent + outcome.rejected);
        } catch (UserErrorException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n").isNotBlank();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What became of a load. */
    private static final class Outcome {

        private long sent;
        private long rejected;
        private List<String> damages = List.of();
    }
}
