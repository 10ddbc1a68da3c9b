package io.github.sfcrime.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the completion script of the commands. */
@Command(
        name = "completion",
        header = "Prints a script that makes bash or zsh complete commands and options.",
        footer = {"", "Example: source <(sfcrime completion)"})
final class CompletionCommand implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Override
    public Integer call() throws Exception {
        sfcrime.out().write(AutoComplete.bash("sfcrime", sfcrime.wholeCommandLine()));
        sfcrime.out().flush();
        return 0;
    }
}
