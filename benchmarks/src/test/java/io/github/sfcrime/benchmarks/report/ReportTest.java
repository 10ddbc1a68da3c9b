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

/** Makes a report of a few invented results of every kind. */
class ReportTest {

    private static final Path RESULTS = Path.of("src/test/resources/io/github/sfcrime/benchmarks/report/results.jsonl");

    @TempDir
    Path directory;

    @Test
    void everyKindOfResultsHasItsSectionItsTableAndItsPlots() throws IOException {
        Path page = directory.resolve("page.md");
        Path quoting = Files.writeString(
                directory.resolve("quoting.md"),
                "The job: <!--figure dense-1 job-->0<!--/figure-->; <!--figure no-such-->5<!--/figure-->.");

        Output output =
                Output.of("report", "--output", page.toString(), "--figures", quoting.toString(), RESULTS.toString());

        assertThat(output).isEqualTo(new Output(0, page + "\n", List.of()));
        assertThat(quoting)
                .hasContent(
                        "The job: <!--figure dense-1 job-->1.40 M<!--/figure-->; <!--figure no-such-->5<!--/figure-->.");
        assertThat(Files.readString(page))
                .contains(
                        "| **the job** | **1.40 M (1.30 M to 1.50 M)** | 1.00 | 1.10 | 2 |",
                        "| slow | none: its rows differ from the independent count's |  |  |  |",
                        "| parallelism: 1 to 2 | 100.0 % | 88.2 to 113 % | yes |",
                        "| **the system before** (Spark 2.4, one setting at a time) | worst | 2 |  |  |",
                        "| at-least-once, 10,000 calls/s, a checkpoint every 10 s | 1 | 4.00 | 7.00 | 14.0 |",
                        "| 2,000,000 | 1.40 M (1.40 M to 1.40 M) | 1.00 | 0.20 | 4,000 | 1 |",
                        "| windows of PT1H, run 1 | 5,000 | 60.0 | 60.0 | 60.0 | 5,000 |",
                        "| commit | 0123456 |");
        try (Stream<Path> files = Files.list(directory.resolve("page"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "compare-dense-1-0123456.png",
                            "compare-dense-1-0123456.svg",
                            "effects-small-0123456-delay.png",
                            "effects-small-0123456-delay.svg",
                            "effects-small-0123456-rate.png",
                            "effects-small-0123456-rate.svg",
                            "latency.png",
                            "latency.svg",
                            "scale-memory-0123456.png",
                            "scale-memory-0123456.svg",
                            "scale-records-0123456.png",
                            "scale-records-0123456.svg");
        }
    }
}
