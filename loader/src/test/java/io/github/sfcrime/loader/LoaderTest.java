package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoaderTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void aMissingFileIsOneLineAndExitCode2() {
        assertThat(run("load", "missing.json")).isEqualTo(2);
        assertThat(err).hasToString("sfcrime load: cannot load missing.json: there is no such file\n");
    }

    @Test
    void anUnknownOptionIsOneLineAndExitCode2() {
        assertThat(run("load", "--fast", "calls.json")).isEqualTo(2);
        assertThat(err).hasToString("sfcrime load: Unknown option: '--fast' (see sfcrime load --help)\n");
    }

    @Test
    void anUnknownOrderIsOneLineAndExitCode2() {
        assertThat(run("load", "--order", "random", "calls.json")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "sfcrime load: Invalid value for option '--order': is none of event-time, crime-id, file: random"
                                + " (see sfcrime load --help)\n");
    }

    @Test
    void aKafkaSettingThatIsNotAcceptedIsNamedWithoutItsValue() throws IOException {
        Path calls = Files.writeString(directory.resolve("calls.json"), "[]");

        assertThat(run("load", "-X", "acks=secret", calls.toString())).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "sfcrime load: a Kafka setting is not accepted: Invalid value [hidden] for configuration acks:"
                                + " String must be one of: all, -1, 0, 1\n");
    }

    @Test
    void aFileIsGeneratedAndSummedUpAsJson() throws IOException {
        Path file = directory.resolve("calls.jsonl");

        assertThat(run("generate", "-n", "5", "-o", file.toString(), "--summary", "json", "-q"))
                .isZero();

        assertThat(Files.readAllLines(file)).hasSize(5);
        assertThat(out.toString())
                .startsWith(
                        "{\"topic\":\"" + file
                                + "\",\"read\":5,\"sent\":5,\"sent_before\":0,\"rejected\":0,\"unsent\":0,\"duplicates_seen\":0,");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileNameWithoutAFormatIsOneLineAndExitCode2() {
        assertThat(run("generate", "-o", "calls.xml")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "sfcrime generate: cannot tell a format from the name calls.xml: end it in .json, .jsonl or"
                                + " .csv, and .gz, .zst or .bz2 behind that to compress it\n");
    }

    @Test
    void aFileThatCannotBeMadeIsToldWithTheReason() {
        Path file = directory.resolve("none/calls.json");

        assertThat(run("generate", "-o", file.toString())).isEqualTo(2);
        assertThat(err)
                .hasToString("sfcrime generate: cannot write calls to " + file + ": there is no folder "
                        + file.getParent() + ", create it or name another file\n");
    }

    @Test
    void standardOutputHasRoomForOneThing() {
        assertThat(run("generate", "-o", "-", "--summary", "json")).isEqualTo(2);
        assertThat(err)
                .hasToString("sfcrime generate: -o - and --summary json both write to standard output: take one\n");
    }

    @Test
    void aPortalThatIsNoneIsOneLineAndExitCode2() {
        for (String portal : List.of("not a url", "data.sfgov.org", "ftp://data.sfgov.org")) {
            err.getBuffer().setLength(0);
            assertThat(run("load", "--feed", "datasf:hz9m-tj6z", "--portal", portal))
                    .isEqualTo(2);
            assertThat(err)
                    .hasToString(
                            "sfcrime load: --portal must be a URL such as https://data.sfgov.org: " + portal + "\n");
        }
    }

    @Test
    void aCheckTellsWhatWouldBeSentAndNeedsNoKafka() throws IOException {
        Path calls = Files.writeString(directory.resolve("calls.csv"), """
                cad_number,call_type_final_desc,received_datetime,\033[31mred
                1,Made Up,2024/01/01 01:01:07 PM,x
                2,Made Up,noon\007,x
                """);

        assertThat(run("load", "--check", "-b", "localhost:1", calls.toString()))
                .isZero();
        assertThat(err.toString())
                .contains(
                        calls + ", record 2 (line 3): received_datetime 'noon\\u0007' is not a date as in 2018-12-31",
                        "fields that calls do not have are ignored: \\u001b[31mred\n",
                        "read 2, would send 1, would reject 1 (")
                .doesNotContain("\u001B", "\u0007");
    }

    @Test
    void aStageThatCannotBeReadIsLeftOutOfItsCallAndTold() throws IOException {
        Path calls = Files.writeString(directory.resolve("calls.csv"), """
                cad_number,call_type_final_desc,received_datetime,onscene_datetime
                1,Made Up,2024/01/01 01:01:07 PM,2024/01/01 01:09:07 PM
                2,Made Up,2024/01/01 01:01:08 PM,soon
                3,Made Up,2024/01/01 01:01:09 PM,later
                """);

        assertThat(run("load", "--check", calls.toString())).isZero();
        assertThat(err.toString())
                .contains(
                        "times of stages and coordinates that could not be read were left out: 2; the first: " + calls
                                + ", record 2 (line 3): onscene_datetime 'soon' is not a date as in 2018-12-31",
                        "read 3, would send 3, would reject 0 (");
    }

    @Test
    void callsAreGeneratedWithTheirStagesWhenThatIsAskedFor() throws IOException {
        Path file = directory.resolve("calls.csv");

        assertThat(run("generate", "-n", "2", "--stages", "-o", file.toString(), "-q"))
                .isZero();
        assertThat(Files.readAllLines(file).get(0))
                .endsWith("Common Location,Entry Date Time,Dispatch Date Time,Enroute Date Time,Onscene Date Time,"
                        + "Close Date Time,Analysis Neighborhood,Police District,Priority,Longitude,Latitude");
    }

    @Test
    void aCheckFailsWhereALoadWould() throws IOException {
        Path cut = Files.writeString(directory.resolve("cut.json"), "[{\"crime_id\":");

        assertThat(run("load", "--check", cut.toString())).isEqualTo(1);
        assertThat(run("load", "--check", "--encoding", "none", cut.toString())).isEqualTo(2);
        assertThat(run("load", "--check", "--delimiter", "ab", cut.toString())).isEqualTo(2);
    }

    @Test
    void nothingToLoadIsOneLineAndExitCode2() {
        assertThat(run("load")).isEqualTo(2);
        assertThat(err).hasToString("sfcrime load: nothing to load: name files, directories or - for standard input\n");
    }

    @Test
    void aReplayInAnotherOrderThanThatOfTheTimesIsOneLineAndExitCode2() {
        assertThat(run("load", "--speedup", "60", "--order", "crime-id", "-")).isEqualTo(2);
        assertThat(err).hasToString("sfcrime load: --speedup replays by call time: leave --order at event-time\n");
    }

    @Test
    void rejectsDoNotReplaceWhatIsLoaded() throws IOException {
        Path calls = Files.writeString(directory.resolve("calls.json"), "[]");

        assertThat(run("load", "--rejects", calls.toString(), directory.toString()))
                .isEqualTo(2);
        assertThat(err)
                .hasToString("sfcrime load: cannot write rejects to " + calls + ": it is loaded, name another file\n");
        assertThat(calls).hasContent("[]");
    }

    @Test
    void aCheckOfAFeedReadsItOnceAndSoDoesNotFollow() {
        assertThat(run("load", "--feed", "datasf:gnap-fj3t", "--follow", "--check"))
                .isEqualTo(2);
        assertThat(err).hasToString("sfcrime load: --check reads all there is once: leave --follow out\n");
    }

    private int run(String... arguments) {
        return new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
