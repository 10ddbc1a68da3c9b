package io.github.sfcrime.benchmarks.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say can be followed: their links lead somewhere, and the programs take what is typed. */
class PagesTest {

    /** Options of Flink's client that the pages name. */
    private static final Set<String> OPTIONS_OF_FLINK = Set.of("--allowNonRestoredState", "--drain");

    @ParameterizedTest
    @MethodSource("pages")
    void linksAndAnchorsLeadSomewhere(MarkdownPage page) {
        assertThat(page.links().stream().filter(link -> !link.startsWith("http")))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? page.file()
                            : page.file().resolveSibling(parts[0]).normalize();
                    assertThat(target).exists();
                    if (parts.length > 1) {
                        assertThat(MarkdownPage.read(target).anchors()).contains(parts[1]);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineIsOneThatItsProgramTakes(MarkdownPage page) {
        List<List<String>> commands = page.blocks().stream()
                .filter(MarkdownPage.Block::isShell)
                .flatMap(block -> ShellCommands.of(block.text()).stream())
                .toList();

        assertThat(commands)
                .allSatisfy(command ->
                        assertThatCode(() -> CommandLines.parse(command)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyOptionThatProseNamesIsThere(MarkdownPage page) {
        Set<String> known = CommandLines.options();

        assertThat(page.code().stream()
                        .filter(code -> code.matches("(--|\\./sfcrime (?!flink)).*"))
                        .flatMap(code -> Stream.of(code.split("[ =]")))
                        .filter(word -> word.matches("--[a-zA-Z][a-zA-Z-]+"))
                        .filter(option -> !OPTIONS_OF_FLINK.contains(option) && !known.contains(option)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandThatProseNamesIsThere(MarkdownPage page) {
        assertThat(page.code().stream()
                        .filter(code -> code.startsWith("./sfcrime "))
                        .map(code -> code.split(" ", 3)[1]))
                .isSubsetOf(CommandLines.commands());
    }

    @Test
    void theReadmeIsOnePageAndNamesEveryCommandAndEveryPage() throws Exception {
        MarkdownPage readme = MarkdownPage.all().get(0);

        assertThat(Files.readAllLines(readme.file())).hasSizeLessThanOrEqualTo(150);
        assertThat(readme.code().stream()
                        .map(code -> code.replaceFirst("^\\./sfcrime ", "").split(" ", 2)[0]))
                .containsAll(CommandLines.commands());
        assertThat(readme.links().stream().map(link -> link.split("#", 2)[0]))
                .containsAll(MarkdownPage.all().stream()
                        .skip(1)
                        .map(MarkdownPage::toString)
                        .toList());
    }

    private static List<MarkdownPage> pages() {
        return MarkdownPage.all();
    }
}
