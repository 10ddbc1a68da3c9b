package io.github.sfcrime.local;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the ends of a stack's log files. */
@Command(name = "logs", description = "Show the ends of the logs, of all processes or of those that are named.")
final class Logs implements Callable<Integer> {

    private static final long POLL_MILLIS = 250;

    @ParentCommand
    private Sfcrime sfcrime;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "10",
            description = "Lines of each log, ${DEFAULT-VALUE} by default.")
    private int lines;

    @Option(names = "-f", description = "Go on showing what is added, until interrupted.")
    private boolean follow;

    @Parameters(paramLabel = "NAME", description = "A process as status names it: broker, jobmanager, taskmanager-1.")
    private List<String> names = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        UserErrorException.unlessAtLeast(0, "-n", lines);
        PrintWriter out = spec.commandLine().getOut();
        List<LogTail> tails = files().stream().map(LogTail::new).toList();
        tails.forEach(tail -> tail.printLast(lines, out));
        out.flush();
        // The reader of the output has closed its end.
        while (follow && !out.checkError()) {
            Thread.sleep(POLL_MILLIS);
            tails.forEach(tail -> tail.printNew(out));
            out.flush();
        }
        return 0;
    }

    private List<Path> files() {
        Path folder = StackDirectory.at(sfcrime.stack().directory()).logs();
        List<Path> all = all(folder);
        if (all.isEmpty()) {
            throw new StackFailure("cannot show logs: there are none in " + folder);
        }
        return names.isEmpty()
                ? all
                : names.stream().map(name -> named(name, all)).toList();
    }

    private Path named(String name, List<Path> all) {
        return all.stream()
                .filter(file -> file.getFileName().toString().equals(name + ".log"))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no log of " + name + ", but of: "
                                + String.join(", ", all.stream().map(Logs::name).toList())));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.log$", "");
    }

    private static List<Path> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
