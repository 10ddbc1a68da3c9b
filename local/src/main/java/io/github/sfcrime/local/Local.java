package io.github.sfcrime.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands around the local stack. */
@Command(
        name = "sfcrime",
        description = "A Kafka broker and a Flink session cluster on this machine, without Docker.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Demo.class})
public final class Local {

    private static final int INTERRUPTED = 130;

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
        return commands.setParameterExceptionHandler(Local::mistake).setExecutionExceptionHandler(Local::failure);
    }

    private static int mistake(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("sfcrime: " + e.getMessage() + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failure(Exception e, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        if (isBeingEnded()) {
            // Ctrl-C: what fails now fails because everything is being stopped.
            return INTERRUPTED;
        }
        if (e instanceof StackFailure
                || e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof KafkaException) {
            err.println("sfcrime: " + e.getMessage());
        } else {
            e.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isBeingEnded() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }
}
