package io.github.sfcrime.benchmarks.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.local.stack.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page marks as runnable runs, one block after the other, on a stack of the test's own. */
@Tag("full")
class RunnableBlocksIT {

    private static final Path ROOT = Checkout.find().root();

    @TempDir
    Path folder;

    /** In place of the script, which would build what is being built. */
    @BeforeEach
    void makeScript() throws IOException {
        String classPath = ROOT.resolve("benchmarks/target/classes")
                + File.pathSeparator
                + Files.readString(ROOT.resolve("benchmarks/target/classpath")).strip();
        Path script = Files.writeString(
                folder.resolve("sfcrime"),
                "#!/bin/sh\nexec java -Xmx512m -cp '%s' -Dsfcrime.home='%s' io.github.sfcrime.cli.Sfcrime \"$@\"\n"
                        .formatted(classPath, ROOT));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(folder.resolve("flink-job"), ROOT.resolve("flink-job"));
    }

    @AfterEach
    void stop() throws Exception {
        run("./sfcrime down");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageCanBeFollowed(MarkdownPage page) throws Exception {
        for (MarkdownPage.Block block : page.blocks()) {
            if (block.isRunnable()) {
                // Another stack may have the usual port.
                String script = block.text().replace("localhost:9092", brokers());

                assertThat(run(script))
                        .as(script + "\n" + Files.readString(folder.resolve("output")))
                        .isZero();
            }
        }
    }

    private String brokers() {
        return new StackAddresses(folder.resolve("stack"))
                .find(StackAddresses.BROKERS)
                .orElse("localhost:9092");
    }

    private int run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("SFCRIME_DIR", folder.resolve("stack").toString());
        return builder.start().waitFor();
    }

    private static List<MarkdownPage> pages() {
        return MarkdownPage.all().stream()
                .filter(page -> page.blocks().stream().anyMatch(MarkdownPage.Block::isRunnable))
                .toList();
    }
}
