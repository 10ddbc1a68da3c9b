package io.github.sfcrime.benchmarks.documentation;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.job.arguments.ArgumentParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the project's programs take as arguments. */
final class CommandLines {

    private static final String JAR = "sfcrime-flink-job.jar";
    private static final String JOB = "io.github.sfcrime.job.JobArguments";
    private static final String SQL = "io.github.sfcrime.job.sql.SqlArguments";

    private CommandLines() {}

    /** Parses a command if it is one of ours, and a submission of the job; throws what the program would say. */
    static void parse(List<String> command) {
        int program = command.indexOf("./sfcrime");
        List<String> arguments = command.subList(program + 1, command.size());
        if (program >= 0) {
            String[] array = arguments.toArray(String[]::new);
            new Sfcrime(new StringWriter(), Map.of()).commandLine(array).parseArgs(array);
        }
        if (arguments.contains("run") && (program < 0 || arguments.get(0).equals("flink"))) {
            parseSubmission(arguments);
        }
    }

    private static void parseSubmission(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).endsWith(JAR)) {
                boolean sql = arguments.subList(0, i).stream().anyMatch(word -> word.endsWith("CountCallsSql"));
                ArgumentParser.parse(
                        settings(sql ? SQL : JOB),
                        withFiles(arguments.subList(i + 1, arguments.size())).toArray(String[]::new));
                return;
            }
        }
    }

    /** Files that settings name are read at once: there is an empty one in place of each. */
    private static List<String> withFiles(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        try {
            for (int i = 1; i < all.size(); i++) {
                if (all.get(i - 1).matches("--(kafka|postgres|schema-registry)-config")) {
                    Path file = Files.createTempFile("settings", ".properties");
                    file.toFile().deleteOnExit();
                    all.set(i, file.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The arguments of one of the job's entries, which are nobody's business but its own. */
    private static Object settings(String className) {
        try {
            Constructor<?> constructor = Class.forName(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    static Set<String> commands() {
        return root().getSubcommands().keySet();
    }

    /** Every option of every command and of the job. */
    static Set<String> options() {
        Set<String> options = new TreeSet<>(Set.of("--help", "--version"));
        for (String command : commands()) {
            new Sfcrime(new StringWriter(), Map.of())
                    .commandLine(command)
                    .getSubcommands()
                    .values()
                    .forEach(each -> collect(each, options));
        }
        for (String job : List.of(JOB, SQL)) {
            CommandSpec.forAnnotatedObject(settings(job))
                    .options()
                    .forEach(option -> options.addAll(List.of(option.names())));
        }
        return options;
    }

    private static void collect(CommandLine command, Set<String> options) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            options.addAll(List.of(option.names()));
            if (option.negatable()) {
                options.add(option.longestName().replaceFirst("--", "--no-"));
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, options));
    }

    private static CommandLine root() {
        return new Sfcrime(new StringWriter(), Map.of()).commandLine();
    }
}
