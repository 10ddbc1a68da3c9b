package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.StackState;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows which processes of a stack are running. */
@Command(name = "status", description = "Show what is running and where; the exit code is 0 if all of it is, else 1.")
final class Status implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackState state = StackState.of(StackDirectory.at(sfcrime.stack().directory()));
        if (!state.isRunning()) {
            out.println("nothing is running in " + state.directory().root() + ": start it with "
                    + sfcrime.stack().command("up"));
            return 1;
        }
        state.describe().forEach(out::println);
        if (!state.isWhole()) {
            return 1;
        }
        out.println(cluster(new FlinkRest(URI.create(state.address(StackAddresses.FLINK)))));
        return 0;
    }

    private static String cluster(FlinkRest rest) {
        JsonNode overview = rest.get("/overview");
        return "Flink %s: %d of %d slots free; jobs: %d running, %d finished, %d failed, %d cancelled"
                .formatted(
                        overview.path("flink-version").asText(),
                        overview.path("slots-available").asInt(),
                        overview.path("slots-total").asInt(),
                        overview.path("jobs-running").asInt(),
                        overview.path("jobs-finished").asInt(),
                        overview.path("jobs-failed").asInt(),
                        overview.path("jobs-cancelled").asInt());
    }
}
