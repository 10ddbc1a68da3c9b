package io.github.sfcrime.docker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands for the containers, as the pages have them. */
final class RunbookCommands {

    private static final Pattern CHAPTER = Pattern.compile("(?m)^##+ ");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

    private RunbookCommands() {}

    /** The commands that the containers' own page begins with. */
    static String toBeginWith() {
        Matcher first = BLOCK.matcher(Folder.text("docker/README.md"));
        if (!first.find()) {
            throw new AssertionError("docker/README.md has no commands");
        }
        return first.group(1);
    }

    /** The commands of a chapter of the runbook that have this word among them and are for the containers; the only such. */
    static String of(String chapter, String word) {
        List<String> blocks = CHAPTER.splitAsStream(Folder.text("docs/operations.md"))
                .filter(text -> text.startsWith(chapter + "\n"))
                .flatMap(text -> BLOCK.matcher(text).results().map(found -> found.group(1)))
                .filter(block -> block.contains("docker compose") && block.contains(word))
                .toList();
        if (blocks.size() != 1) {
            throw new AssertionError(chapter + " has " + blocks.size() + " blocks of commands with " + word);
        }
        return blocks.get(0);
    }
}
