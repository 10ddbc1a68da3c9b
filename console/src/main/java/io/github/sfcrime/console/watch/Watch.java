package io.github.sfcrime.console.watch;

import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.RegistryOptions;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.output.OutputFormat;
import io.github.sfcrime.console.StartingPointConverter;
import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.topic.StartingPoint;
import io.github.sfcrime.console.topic.TopicReader;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Passes on rows of a topic of results as they come. */
@Command(
        name = "watch",
        header = "Passes on rows of results as they come: to the terminal, to a webhook, or as a feed.",
        description = {
            "Prints the rows of a topic that come from now on and are as the options say, until interrupted. With --webhook it"
                    + " posts each to an address instead, signed, in order within a partition, until it is taken there."
                    + " With --feed it serves the latest as an Atom feed on this machine, for readers of feeds."
        },
        footer = {"", "Example: sfcrime watch --type \"Traffic Stop\" --at-least 5 --format table"},
        sortOptions = false)
final class Watch implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    /** At most so many rows are posted once more after a crash. */
    private static final String ROWS_BETWEEN_COMMITS = "100";

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "The topic of results (default: ${DEFAULT-VALUE}).")
    private String topic = "crime_counts";

    @Mixin
    private RowConditions conditions;

    @Option(
            names = "--from",
            paramLabel = "START",
            converter = StartingPointConverter.class,
            description =
                    "Begin at earliest, at latest, at an append time or an offset, where the group of --webhook has not"
                            + " begun yet (default: latest).")
    private StartingPoint from = new StartingPoint.Latest();

    @ArgGroup
    private Target target = new Target();

    /** Where rows go instead of to the terminal. */
    private static final class Target {

        @ArgGroup(exclusive = false)
        private @Nullable WebhookOptions webhook;

        @Option(
                names = "--feed",
                paramLabel = "PORT",
                description = "Serve the latest 100 rows as an Atom feed on this port; 0 for any free one.")
        private @Nullable Integer feedPort;
    }

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.json;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() throws IOException {
        if (target.webhook != null) {
            post(target.webhook);
        } else if (target.feedPort != null) {
            serve(target.feedPort);
        } else {
            print();
        }
        return 0;
    }

    private void print() throws IOException {
        try (TopicReader reader = reader(kafka.settings());
                RecordWriter writer = RecordWriter.of(format, sfcrime.out())) {
            reader.follow(writer);
        }
    }

    private void serve(int port) throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--feed must be between 0 and " + HIGHEST_PORT + ": " + port);
        }
        AtomFeed feed = new AtomFeed(topic, Clock.systemUTC());
        try (TopicReader reader = reader(kafka.settings());
                FeedServer server = FeedServer.start(feed, port)) {
            sfcrime.out().write("feed  " + server.url() + "\n");
            sfcrime.out().flush();
            reader.follow(feed);
        }
    }

    private void post(WebhookOptions options) throws IOException {
        Webhook hook = options.webhook(this::tell);
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, options.group());
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ROWS_BETWEEN_COMMITS);
        try (TopicReader reader = reader(settings)) {
            reader.goOnInGroup();
            reader.follow(hook);
        }
    }

    private void tell(String remark) {
        spec.commandLine().getErr().println("sfcrime watch: " + remark);
    }

    private TopicReader reader(Map<String, ?> settings) {
        TopicReader reader = TopicReader.open(settings, topic, registry.registry());
        reader.keep(conditions.predicate(this::tell));
        reader.startAt(from);
        return reader;
    }
}
