package io.github.sfcrime.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.benchmarks.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes a report of a few made-up results of every kind. */
class ReportTest {

    private static final Path RESULTS = Path.of("src/test/resources/io/github/sfcrime/benchmarks/report/results.jsonl");

    @TempDir
    Path directory;

    @Test
    void everyKindOfResultsHasItsSectionItsTableAndItsPlots() throws IOException {
        Output output = Output.of("report", "--output", directory.toString(), RESULTS.toString());

        assertThat(output).isEqualTo(new Output(0, directory.resolve("report.md") + "\n", List.of()));
        assertThat(Files.readString(directory.resolve("report.md")))
                .contains(
                        "| job | 1,400 k (1,300 to 1,500 k) | 1.10 | 2 |",
                        "| slow | none: its rows differ from the oracle's |  |  |",
                        "| parallelism: 1 to 2 | 100.0 % |",
                        "from its worst to its best setting it went from 2 to 75 rows/s",
                        "| job, at-least-once, 10,000/s, checkpoints every PT10S | 600,000 | 5.00 | 4.00 | 7.00 | 14.0 |",
                        "| 2,000,000 | 1,400 k (1,400 to 1,400 k) | 1.00 | 0.20 |",
                        "| windows of PT1H, run 1 | 5,000 | 60.0 | 60.0 |");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "compare-dense-1.png",
                            "compare-dense-1.svg",
                            "effects-small-delay.png",
                            "effects-small-delay.svg",
                            "effects-small-rate.png",
                            "effects-small-rate.svg",
                            "latency.png",
                            "latency.svg",
                            "report.md",
                            "scale-memory.png",
                            "scale-memory.svg",
                            "scale-records.png",
                            "scale-records.svg",
                            "sweep-small.png",
                            "sweep-small.svg");
        }
    }
}
