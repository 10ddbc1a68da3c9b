package io.github.sfcrime.console.watch;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options for posting rows to an address. */
final class WebhookOptions {

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            required = true,
            description =
                    "Post each row to this address until it is taken there, instead of printing it: at least once.")
    private String address;

    @Option(
            names = "--webhook-secret",
            paramLabel = "FILE",
            required = true,
            description =
                    "The file with the secret that requests are signed by, as Standard Webhooks has it: whsec_ and 24"
                            + " to 64 bytes in base64.")
    private Path secret;

    @Option(
            names = "--group",
            paramLabel = "ID",
            defaultValue = "sfcrime-watch",
            description =
                    "The consumer group in which Kafka keeps what was posted, so that a watch which is started again"
                            + " goes on there (default: ${DEFAULT-VALUE}).")
    private String group;

    String group() {
        return group;
    }

    /** The webhook of these options. */
    Webhook webhook(Consumer<String> remarks) {
        return new Webhook(url(), WebhookSecret.in(secret), Backoff.ofThreads(), Clock.systemUTC(), remarks);
    }

    /** The address, which is not shown where it is none: there may be a token in it. */
    private URI url() {
        try {
            URI url = new URI(address);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (URISyntaxException notShown) {
            // It is none.
        }
        throw new UserErrorException("--webhook must be a URL such as https://example.org/calls");
    }
}
