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
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Passes on rows of a topic of results as they come. */
@Command(
        name = "watch",
        header = "Passes on rows of results as they come: to the terminal, or to a webhook.",
        description = {
            "Prints the rows of a topic that come from now on and are as the options say, until interrupted. With --webhook it"
                    + " posts each to an address instead, signed, in order within a partition, until it is taken there."
        },
        footer = {"", "Example: sfcrime watch --type \"Traffic Stop\" --at-least 5 --format table"},
        sortOptions = false)
final class Watch implements Callable<Integer> {

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

    @ArgGroup(exclusive = false)
    private @Nullable WebhookOptions webhook;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.json;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() throws IOException {
        if (webhook == null) {
            print();
        } else {
            post(webhook);
        }
        return 0;
    }

    private void print() throws IOException {
        try (TopicReader reader = reader(kafka.settings());
                RecordWriter writer = RecordWriter.of(format, sfcrime.out())) {
            reader.follow(writer);
        }
    }

    private void post(WebhookOptions options) throws IOException {
        Webhook target = options.webhook(this::tell);
        Map<String, Object> settings = kafka.settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, options.group());
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ROWS_BETWEEN_COMMITS);
        try (TopicReader reader = reader(settings)) {
            reader.goOnInGroup();
            reader.follow(target);
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
