package io.github.sfcrime.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command, which loads the class of the one subcommand that is called. */
@Command(
        name = "sfcrime",
        header = "Police calls for service in San Francisco, live.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class Sfcrime {

    private final Writer out;
    private final Map<String, String> environment;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Directory of the local stack to use; another directory is another stack"
                    + " (default: the environment variable " + StackOfThisMachine.DIRECTORY_VARIABLE
                    + ", else .sfcrime in the checkout or release that this is).")
    private @Nullable Path directory;

    /**
     * Results go to {@code out}, which, unlike a print stream, says when it can take no more.
     *
     * @param environment the variables of this process
     */
    public Sfcrime(Writer out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /** Runs the command that {@code arguments} name, and exits with its code. */
    public static void main(String[] arguments) {
        Writer stdout = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        CommandLine commands = new Sfcrime(stdout, System.getenv()).commandLine(arguments);
        System.exit(Interrupts.execute(commands, arguments));
    }

    /** The commands, of which only the one that {@code arguments} name is loaded. */
    public CommandLine commandLine(String... arguments) {
        List<String> given = List.of(arguments);
        List<Subcommand> called = Arrays.stream(Subcommand.values())
                .filter(command -> given.contains(command.name()))
                .sorted(Comparator.comparing(command -> given.indexOf(command.name())))
                .limit(1)
                .toList();
        return commandLine(List.of(Subcommand.values()), called);
    }

    /** The commands that are on the class path, whole. */
    CommandLine wholeCommandLine() {
        List<Subcommand> there =
                Arrays.stream(Subcommand.values()).filter(Subcommand::isThere).toList();
        return commandLine(there, there);
    }

    private CommandLine commandLine(List<Subcommand> known, List<Subcommand> whole) {
        CommandLine root = new CommandLine(this);
        for (Subcommand command : known) {
            root.addSubcommand(command.name(), whole.contains(command) ? command.load() : command.onlyItsName());
        }
        Errors errors = new Errors();
        return root.setOut(new PrintWriter(out, true))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(Path.class, new PathConverter())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** For results; it throws where a print stream would drop them. */
    public Writer out() {
        return out;
    }

    /** The local stack of this call, by {@code --dir}, the environment or default. */
    public StackOfThisMachine stack() {
        return StackOfThisMachine.of(directory, environment);
    }
}
