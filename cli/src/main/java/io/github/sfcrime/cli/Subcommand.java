package io.github.sfcrime.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands with their classes, each of which is on the class path of its own program only. */
enum Subcommand {
    demo("local.demo.Demo", "load, count and show, on a Kafka broker and a Flink cluster of its own"),
    up("local.Up", "start a Kafka broker and a Flink cluster in the background"),
    down("local.Down", "stop them"),
    status("local.Status", "show what is running"),
    logs("local.Logs", "show their logs"),
    flink("local.Flink", "Flink's own client against the local cluster"),
    load("loader.LoadCommand", "calls from files into Kafka"),
    generate("loader.GenerateCommand", "synthetic calls, to a file or into Kafka"),
    tail("console.Tail", "a topic's records, readable"),
    progress("console.progress.ShowProgress", "progress of the running job, once per interval"),
    board("console.board.ShowBoard", "the counts, live, on a page"),
    watch("console.watch.Watch", "rows of results as they come, to the terminal or a webhook"),
    bench("benchmarks.Bench", "measure the job, and other systems with the same queries"),
    chaos("local.chaos.Chaos", "inject faults into a running pipeline, and compare what it counts"),
    completion("cli.CompletionCommand", "a script by which a shell completes commands and options");

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

    /** The whole command where its class is on the class path, else a stub with its name. */
    CommandLine load() {
        try {
            CommandLine whole = new CommandLine(Class.forName(className));
            if (this == flink) {
                // From the first argument that is not one of our options on, all are passed to Flink's client.
                return whole.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
            }
            return withHelp(whole);
        } catch (ClassNotFoundException e) {
            return onlyItsName();
        }
    }

    /** A stub with its name and summary, for the root's help; it loads no class. */
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
