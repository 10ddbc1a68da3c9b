package io.github.sfcrime.benchmarks.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.benchmarks.Output;
import io.github.sfcrime.local.stack.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No figure is typed: the page of the benchmarks, and what other pages quote of it, are what the raw results make of them. */
class BenchmarksPageTest {

    private static final Path ROOT = Checkout.find().root();

    @TempDir
    private Path folder;

    @Test
    void thePageAndThoseThatQuoteItAreThoseOfTheRawResults() throws Exception {
        Path page = folder.resolve("benchmarks.md");
        Path readme = Files.copy(ROOT.resolve("README.md"), folder.resolve("README.md"));
        Path loader = Files.copy(ROOT.resolve("docs/loader.md"), folder.resolve("loader.md"));
        Stream<String> options = Stream.of(
                "report", "--output", page.toString(), "--figures", readme.toString(), "--figures", loader.toString());

        Output output = Output.of(Stream.concat(options, results().stream()).toArray(String[]::new));

        assertThat(output.exitCode()).as(output.toString()).isZero();
        assertThat(page).hasSameTextualContentAs(ROOT.resolve("docs/benchmarks.md"));
        assertThat(readme).hasSameTextualContentAs(ROOT.resolve("README.md"));
        assertThat(loader).hasSameTextualContentAs(ROOT.resolve("docs/loader.md"));
        assertThat(names(folder.resolve("benchmarks"))).isEqualTo(names(ROOT.resolve("docs/benchmarks")));
    }

    private static List<String> results() throws Exception {
        try (Stream<Path> files = Files.list(ROOT.resolve("benchmarks/results"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
