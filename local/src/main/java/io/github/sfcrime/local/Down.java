package io.github.sfcrime.local;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.process.DirectoryLock;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.StackState;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stops a stack. */
@Command(name = "down", description = "Stop the stack; topics and checkpoints stay for the next up.")
final class Down implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Option(
            names = "--delete",
            description = "Also remove its directory: topics, checkpoints and logs; other files in it stay.")
    private boolean delete;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        StackDirectory place = StackDirectory.at(sfcrime.stack().directory());
        if (!place.isStack()) {
            if (delete && Files.exists(place.root())) {
                throw new UserErrorException("cannot remove " + place.root() + ": no stack was ever started in it");
            }
            out.println("nothing is running: there is no stack in " + place.root());
            return 0;
        }
        return DirectoryLock.holding(place.root(), () -> {
            stop(place).forEach(out::println);
            if (delete) {
                out.println(
                        place.deleteOwn()
                                ? "removed " + place.root()
                                : "removed the stack in " + place.root() + "; what else is there stays");
            }
            return 0;
        });
    }

    private List<String> stop(StackDirectory place) {
        StackState state = StackState.of(place);
        List<String> stale = state.forgetStale();
        stale.forEach(spec.commandLine().getErr()::println);
        if (!state.isRunning()) {
            place.addresses().forget();
            return List.of("nothing is running in " + place.root());
        }
        Processes processes = new Processes(place);
        int number = processes.running().size();
        processes.close();
        place.addresses().forget();
        return List.of("stopped " + number + " processes in " + place.root());
    }
}
