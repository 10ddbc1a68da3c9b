package io.github.sfcrime.cli.flink;

import io.github.sfcrime.cli.StackOfThisMachine;
import io.github.sfcrime.cli.UserErrorException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that talks to Flink. */
public final class FlinkOptions {

    private static final String DEFAULT_URL = "http://localhost:8081";
    private static final int HIGHEST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private @Nullable URI url;

    /** For picocli, which sets the options. */
    public FlinkOptions() {}

    @Option(
            names = "--rest",
            paramLabel = "URL",
            description =
                    "Flink's REST interface (default: that of the stack that --dir names, else of the stack in the"
                            + " default directory, else " + DEFAULT_URL + ").")
    void url(String text) {
        url = parsed("--rest", text);
    }

    /**
     * A client of Flink's REST interface; nothing is sent yet.
     *
     * @throws UserErrorException if the stack that is asked for is not up
     */
    public FlinkRest rest() {
        if (url != null) {
            return new FlinkRest(url);
        }
        return new FlinkRest(URI.create(StackOfThisMachine.of(command)
                .map(stack -> stack.flink(DEFAULT_URL).value())
                .orElse(DEFAULT_URL)));
    }

    private URI parsed(String option, String text) {
        if (!isAddress(text)) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " must be an address such as " + DEFAULT_URL + ": "
                            + text.replaceAll("[^/]*@", "[hidden]@"));
        }
        return URI.create(text.replaceAll("/+$", ""));
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return text.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")
                    && address.getHost() != null
                    && address.getPort() <= HIGHEST_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
