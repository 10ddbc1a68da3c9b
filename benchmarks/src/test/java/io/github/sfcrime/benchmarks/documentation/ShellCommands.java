package io.github.sfcrime.benchmarks.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a shell script as simple as those of the documentation. */
final class ShellCommands {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(.*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");
    /** A word, where blanks between quotes are part of it; or what ends a command. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s|;\"'])+|[|;]");

    private final Map<String, String> variables = new HashMap<>();
    private final List<List<String>> commands = new ArrayList<>();

    private ShellCommands() {}

    /** Its commands, each as its words; redirections, comments and assignments are none. */
    static List<List<String>> of(String script) {
        ShellCommands shell = new ShellCommands();
        script.replace("\\\n", " ").lines().forEach(shell::read);
        return shell.commands;
    }

    private void read(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (assignment.matches()) {
            variables.put(assignment.group(1), assignment.group(2));
            return;
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.replaceFirst("(^|\\s)#.*", ""));
        while (word.find()) {
            if (word.group().equals("|") || word.group().equals(";")) {
                end(words);
                words = new ArrayList<>();
            } else {
                words.add(expanded(word.group()).replaceAll("[\"']", ""));
            }
        }
        end(words);
    }

    private String expanded(String word) {
        return VARIABLE.matcher(word)
                .replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
    }

    private void end(List<String> words) {
        int redirection = words.indexOf(">");
        List<String> command = redirection < 0 ? words : words.subList(0, redirection);
        if (!command.isEmpty()) {
            commands.add(List.copyOf(command));
        }
    }
}
