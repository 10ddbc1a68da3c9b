package io.github.sfcrime.console.board;

import io.github.sfcrime.cli.KafkaClients;
import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.RegistryOptions;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.flink.FlinkOptions;
import io.github.sfcrime.console.progress.KafkaOffsets;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves a page with live counts. */
@Command(
        name = "board",
        header = "Shows the counts on a live page.",
        description = {
            "Serves one page on this machine: calls per window as it fills, and the types of calls in a window with"
                    + " their dispositions; the week, hour by weekday; a map, response times, what is unusual and which calls"
                    + " are open, where jobs write them. One consumer of each topic serves all pages. Where Flink answers"
                    + " the page also shows the job's progress.",
            "Runs until it is interrupted. While the broker or the topic is away, the page says so and waits."
        },
        footer = {"", "Example: sfcrime board --port 8090"},
        sortOptions = false)
public final class ShowBoard implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration COUNTS_AGAIN_AFTER = Duration.ofSeconds(1);
    /** A job that asks other questions has no such topics. */
    private static final Duration RESULTS_AGAIN_AFTER = Duration.ofSeconds(5);

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private FlinkOptions flink;

    @Option(names = "--job", paramLabel = "ID", description = "The job (default: the only one that runs).")
    private @Nullable String job;

    @Option(
            names = {"-t", "--topic"},
            defaultValue = "crime_counts",
            description = "The topic of counts (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "48",
            description = "Show the rows of the latest N windows (default: ${DEFAULT-VALUE}).")
    private int windows;

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port of the page; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    /** For picocli, which sets the options. */
    public ShowBoard() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(windows >= 1, "--windows must be positive: " + windows);
        require(port >= 0 && port <= HIGHEST_PORT, "--port must be between 0 and 65535: " + port);
        Map<String, Object> settings = kafka.settings();
        SchemaRegistry schemas = registry.registry();
        Board board = new Board(topic, kafka.brokers(), windows);
        try (Admin admin = KafkaClients.admin(settings);
                KafkaOffsets offsets = new KafkaOffsets(settings, "sfcrime");
                BoardServer server = BoardServer.start(board, port);
                FeedReader counts =
                        new FeedReader(board, () -> TopicReader.open(settings, topic, schemas), COUNTS_AGAIN_AFTER);
                FeedReader alerts = results(board, Board.ALERTS, settings, schemas);
                FeedReader times = results(board, Board.RESPONSE_TIMES, settings, schemas);
                FeedReader districts = results(board, Board.DISTRICTS, settings, schemas);
                FeedReader open = results(board.open(), Topic.CRIME_OPEN_CALLS.name(), settings, schemas);
                FeedReader places = results(board.places(), Topic.CRIME_COUNTS_BY_PLACE.name(), settings, schemas)) {
            List.of(counts, alerts, times, districts, open, places).forEach(ShowBoard::start);
            start(new Repeatedly(new BrokerWatch(board, admin), LOOK_EVERY));
            start(new Repeatedly(new JobWatch(board, flink.rest(), offsets, job), LOOK_EVERY));
            sfcrime.out().write("board  " + server.url() + "\n");
            sfcrime.out().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static FeedReader results(
            Board board, String name, Map<String, Object> settings, @Nullable SchemaRegistry schemas) {
        ResultRows rows = board.results(name).orElseThrow();
        return results(rows, rows.state().topic(), settings, schemas);
    }

    private static FeedReader results(
            Feed feed, String topic, Map<String, Object> settings, @Nullable SchemaRegistry schemas) {
        return new FeedReader(feed, () -> TopicReader.open(settings, topic, schemas), RESULTS_AGAIN_AFTER);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, task.getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
