package io.github.sfcrime.benchmarks.documentation;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param prose its lines outside of fenced blocks
 * @param blocks its fenced blocks
 */
record MarkdownPage(Path file, List<String> prose, List<Block> blocks) {

    private static final Path ROOT = Checkout.find().root();
    private static final String FENCE = "```";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?:]\\(|src(?:set)?=\")([^)\"\\s]+)");

    /**
     * A fenced block.
     *
     * @param info what stands behind its first fence
     * @param text what is in it
     */
    record Block(String info, String text) {

        boolean isShell() {
            return info.startsWith("sh");
        }

        /** Whether it can be run as it stands, behind those above it on its page. */
        boolean isRunnable() {
            return info.equals("sh runnable");
        }
    }

    /** Every page that a reader is led to. */
    static List<MarkdownPage> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docker/README.md")
                                    .map(ROOT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarkdownPage read(Path file) {
        List<String> prose = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        String info = null;
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith(FENCE)) {
                    (info == null ? prose : inside).add(line);
                } else if (info == null) {
                    info = line.substring(FENCE.length());
                } else {
                    blocks.add(new Block(info, String.join("\n", inside)));
                    inside.clear();
                    info = null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MarkdownPage(file, prose, blocks);
    }

    /** What can stand behind the # of a link to this page, by GitHub's rule. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String line : prose) {
            if (line.matches("#{1,6} .*")) {
                String anchor = line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-');
                String free = anchor;
                for (int n = 1; !anchors.add(free); n++) {
                    free = anchor + "-" + n;
                }
            }
        }
        return anchors;
    }

    /** Where its links and pictures lead. */
    List<String> links() {
        return prose.stream()
                .map(line -> CODE.matcher(line).replaceAll("code"))
                .flatMap(line -> LINK.matcher(line).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** What stands between backticks. */
    List<String> code() {
        return prose.stream()
                .flatMap(line -> CODE.matcher(line).results())
                .map(match -> match.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
