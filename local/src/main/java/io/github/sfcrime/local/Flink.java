package io.github.sfcrime.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Flink's own client against the local cluster; what it prints and its exit code are its own. */
@Command(name = "flink", description = "Run Flink's own client against the local cluster, such as: flink run -d JAR.")
final class Flink implements Callable<Integer> {

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Parameters(paramLabel = "ARGS", description = "What Flink's client takes; --help lists it.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        StackDirectory place = StackDirectory.at(directory.path());
        if (!StackState.of(place).isRunning()) {
            throw new StackFailure("cannot run flink: no cluster is running in " + place.root()
                    + ": start it with ./sfcrime up" + directory.again());
        }
        Processes processes = new Processes(place);
        FlinkInstallation flink = new FlinkInstallation(place, processes, Checkout.find());
        return new FlinkClient(flink, processes).runHere(arguments);
    }
}
