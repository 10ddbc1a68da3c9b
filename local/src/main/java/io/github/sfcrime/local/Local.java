package io.github.sfcrime.local;

import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.Errors;
import io.github.sfcrime.cli.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The commands around the local stack. */
@Command(
        name = "sfcrime",
        description = "A Kafka broker and a Flink session cluster on this machine, without Docker.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Demo.class})
public final class Local {

    private Local() {}

    public static void main(String[] arguments) {
        OutputStreamWriter stdout =
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(new PrintWriter(stdout, true)).execute(arguments));
    }

    /** The commands with this project's manners: a user's mistake is one line and 2, the world's failure one and 1. */
    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Local());
        // Flink's options are Flink's: from the first argument that is not ours on, all is passed through.
        commands.addSubcommand(
                new CommandLine(new Flink()).setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true));
        Errors errors = new Errors();
        return commands.registerConverter(Duration.class, new DurationConverter())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
