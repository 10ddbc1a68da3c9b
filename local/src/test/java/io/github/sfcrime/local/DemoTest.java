package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    @TempDir
    Path folder;

    @Test
    void printsEveryRowOfShuffledCallsAndOutcomesThatAddUp() throws IOException {
        MadeUpCalls calls = MadeUpCalls.of(5_000);
        Path file = folder.resolve("calls.json");
        calls.write(file);

        Output demo = demo(file, 7, 2);

        List<String> rows = PlainCount.rows(calls.calls());
        assertThat(demo.out()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(demo.err().subList(2, demo.err().size()))
                .map(line -> line.replaceAll("in [0-9.]+ s", "in time"))
                .containsExactly(
                        "loaded   5,000 read = 5,000 sent + 0 rejected, in time",
                        "counted  5,000 in = 5,000 counted + 0 late + 0 dead letter",
                        "results  %,d rows, whose counts sum to 5,000".formatted(rows.size()));
        assertThat(demo.exitCode()).isZero();
    }

    @Test
    void countsTheRealFileWhereItIsThere() throws IOException {
        compareWithRealFile(4, 2);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"1,2", "7,1"})
    void partitionsAndParallelismMakeNoDifference(int partitions, int parallelism) throws IOException {
        compareWithRealFile(partitions, parallelism);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top-types", "totals"})
    void printsTheRowsOfTheQueryThatIsAskedFor(String query) throws Exception {
        assertThat(demo(query).out().stream().sorted().toList()).isEqualTo(answer(query));
    }

    @Test
    void callsThatAreOpenWhenAllUpdatesAreReadAreThoseOfTheFile() throws Exception {
        Output demo = demo("open-calls");

        assertThat(demo.out().stream()
                        // These say that a group that had open calls has none.
                        .filter(row -> !row.contains("\"count\":0,"))
                        .sorted()
                        .toList())
                .isNotEmpty()
                .isEqualTo(answer("open-calls", "--stages", "--updates"));
        assertThat(demo.err().subList(3, demo.err().size()))
                .satisfiesExactly(
                        counted -> assertThat(counted).matches("counted  3,000 in = .* superseded"),
                        results -> assertThat(results)
                                .isEqualTo("results  %,d rows", demo.out().size()));
    }

    @Test
    void aQueryThatThereIsNotIsAMistakeThatStartsNothing() {
        assertThat(Output.of("demo", "--query", "sums"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of("sfcrime demo: --query must be one of counts, types, top-types, dispositions, places,"
                                + " districts, response-times, unusual, open-calls, totals:"
                                + " sums (see sfcrime demo --help)")));
    }

    @Test
    void inputAndRecordsExcludeEachOther() {
        assertThat(Output.of("demo", "--input", "calls.json", "--records", "5"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of(
                                "sfcrime demo: Error: --input=FILE, --records=N are mutually exclusive (specify only one)"
                                        + " (see sfcrime demo --help)")));
    }

    @Test
    void aMissingFileIsAMistakeThatStartsNothing() {
        assertThat(Output.of("demo", "--input", "nowhere.json"))
                .isEqualTo(
                        new Output(
                                2,
                                List.of(),
                                List.of(
                                        "sfcrime demo: cannot read --input nowhere.json: no such file (see sfcrime demo --help)")));
    }

    private static void compareWithRealFile(int partitions, int parallelism) throws IOException {
        Path file = RealCalls.file();
        if (!Files.exists(file)) {
            System.out.println("not there, so not counted: " + file);
            return;
        }
        System.out.println("counting the real file: " + file);

        Output demo = demo(file, partitions, parallelism);

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out().stream().sorted().toList()).isEqualTo(PlainCount.rows(PlainCount.read(file)));
    }

    private static Output demo(String query) {
        Output demo = Output.of("demo", "--records", "3000", "--query", query, "--until-done", "--format", "json");
        assertThat(demo.exitCode()).as(String.join("\n", demo.err())).isZero();
        return demo;
    }

    /** What the other engine answers for the same synthetic calls, which are the same every time. */
    private List<String> answer(String query, String... kind) throws Exception {
        Path calls = folder.resolve("calls.jsonl");
        List<String> command = new ArrayList<>(List.of("generate", "-n", "3000", "-o", calls.toString()));
        command.addAll(List.of(kind));
        ProgramProcess generator = ProgramProcess.loader(folder, command.toArray(String[]::new));
        assertThat(generator.exitCode()).as(generator.output()).isZero();
        try (OtherEngine engine = new OtherEngine(calls)) {
            engine.setWindows(Duration.ofHours(1), Duration.ofHours(1));
            engine.answer(query);
            return engine.json();
        }
    }

    private static Output demo(Path input, int partitions, int parallelism) {
        return Output.of(
                "demo",
                "--input",
                input.toString(),
                "--partitions",
                Integer.toString(partitions),
                "--parallelism",
                Integer.toString(parallelism),
                "--until-done",
                "--format",
                "json");
    }
}
