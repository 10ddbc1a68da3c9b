package io.github.sfcrime.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands, each with the class that it is in, which is on the class path of its own program only. */
enum Subcommand {
    demo("local.Demo", "load, count and show, on a Kafka broker and a Flink cluster of its own"),
    up("local.Up", "start a Kafka broker and a Flink cluster in the background"),
    down("local.Down", "stop them"),
    status("local.Status", "tell what is running"),
    logs("local.Logs", "show their logs"),
    flink("local.Flink", "Flink's own client against the local cluster"),
    load("loader.LoadCommand", "calls from files into Kafka"),
    generate("loader.GenerateCommand", "calls of its own making, to a file or into Kafka"),
    tail("console.Tail", "a topic's records, readable"),
    progress("console.progress.ShowProgress", "how the running job does, once per interval"),
    board("console.board.ShowBoard", "the counts, live, on a page"),
    bench("benchmarks.Bench", "measure the job, beside others that count the same"),
    completion("cli.CompletionCommand", "what makes a shell complete all of this");

    private final String className;
    private final String summary;

    Subcommand(String className, String summary) {
        this.className = "io.github.sfcrime." + className;
        this.summary = summary;
    }

    /** Whether its program is on the class path; a release has no benchmarks. */
    boolean isThere() {
        return Subcommand.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }

    /** All of it, where its program is on the class path, else its name. */
    CommandLine load() {
        try {
            CommandLine whole = new CommandLine(Class.forName(className));
            if (this == flink) {
                // Flink's options are Flink's: from the first argument that is not ours on, all is passed through.
                return whole.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
            }
            return withHelp(whole);
        } catch (ClassNotFoundException e) {
            return onlyItsName();
        }
    }

    /** What the root's help says of it, which costs no start-up time. */
    CommandLine onlyItsName() {
        CommandSpec spec = CommandSpec.create().name(name());
        spec.usageMessage().description(summary);
        return new CommandLine(spec);
    }

    private static CommandLine withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        command.getSubcommands().values().forEach(Subcommand::withHelp);
        return command;
    }
}
