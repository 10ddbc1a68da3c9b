package io.github.sfcrime.console.progress;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that talks to Flink. */
public final class FlinkOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private URI url = URI.create("http://localhost:8081");

    /** For the command line, which fills it. */
    public FlinkOptions() {}

    @Option(
            names = "--rest",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Flink's REST interface (default: ${DEFAULT-VALUE}).")
    void url(String text) {
        if (!text.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new ParameterException(
                    command.commandLine(), "--rest must be an address such as http://localhost:8081: " + text);
        }
        url = URI.create(text.replaceAll("/+$", ""));
    }

    /** Flink at that address, which has not been asked anything yet. */
    public FlinkRest rest() {
        return new FlinkRest(url);
    }
}
