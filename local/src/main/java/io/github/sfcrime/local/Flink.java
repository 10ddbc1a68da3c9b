package io.github.sfcrime.local;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.FlinkClient;
import io.github.sfcrime.local.stack.FlinkInstallation;
import io.github.sfcrime.local.stack.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs Flink's client against the local cluster, with its output and exit code. */
@Command(name = "flink", description = "Run Flink's own client against the local cluster, such as: flink run -d JAR.")
final class Flink implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Parameters(paramLabel = "ARGS", description = "Arguments of Flink's client; --help lists them.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackDirectory place = StackDirectory.at(sfcrime.stack().directory());
        if (!StackState.of(place).isRunning()) {
            if (isQuestionForHelp()) {
                return helpWithoutCluster();
            }
            throw new StackFailure("cannot run flink: no cluster is running in " + place.root() + ": start it with "
                    + sfcrime.stack().command("up"));
        }
        return run(place);
    }

    private int run(StackDirectory place) throws InterruptedException {
        Processes processes = new Processes(place);
        FlinkInstallation flink = new FlinkInstallation(place, processes, Checkout.find());
        return new FlinkClient(flink, processes).runHere(arguments);
    }

    private boolean isQuestionForHelp() {
        return arguments.stream().anyMatch(List.of("-h", "--help", "-v", "--version")::contains);
    }

    private int helpWithoutCluster() throws IOException, InterruptedException {
        StackDirectory place = StackDirectory.create(Files.createTempDirectory("sfcrime-"));
        try {
            Files.createFile(place.configuration("config.yaml"));
            return run(place);
        } finally {
            place.delete();
        }
    }
}
