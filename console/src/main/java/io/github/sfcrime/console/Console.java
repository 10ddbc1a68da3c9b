package io.github.sfcrime.console;

import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.Errors;
import io.github.sfcrime.cli.Version;
import io.github.sfcrime.console.board.ShowBoard;
import io.github.sfcrime.console.progress.ShowProgress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The commands that show a person what goes on. */
@Command(
        name = "sfcrime",
        header = "What goes on in the topics and in the job.",
        subcommands = {Tail.class, ShowProgress.class, ShowBoard.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
public final class Console {

    private final Writer out;

    /** Results go to {@code out}, which, unlike a print stream, says when it can take no more. */
    Console(Writer out) {
        this.out = out;
    }

    /** Runs the command that {@code arguments} name, and exits with its code. */
    public static void main(String[] arguments) {
        Writer stdout = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        System.exit(new Console(stdout).commandLine().execute(arguments));
    }

    CommandLine commandLine() {
        Errors errors = new Errors();
        return new CommandLine(this)
                .registerConverter(Duration.class, new DurationConverter())
                .setOut(new PrintWriter(out))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Where results go; unlike a print stream it says when it can take no more. */
    public Writer out() {
        return out;
    }
}
