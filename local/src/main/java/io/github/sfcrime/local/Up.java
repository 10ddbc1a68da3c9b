package io.github.sfcrime.local;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.local.process.DirectoryLock;
import io.github.sfcrime.local.process.LogFormat;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.local.stack.StackState;
import io.github.sfcrime.schemas.Principal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts a stack in the background. */
@Command(
        name = "up",
        description =
                "Start a Kafka broker and a Flink cluster in the background, for jobs that are submitted, or for one"
                        + " that it runs as an application.",
        sortOptions = false)
final class Up implements Callable<Integer> {

    private static final int KAFKA_PORT = 9092;
    private static final int REST_PORT = 8081;

    @ParentCommand
    private Sfcrime sfcrime;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description =
                    "Port of the Kafka broker, 0 for any free one (default: 9092, or a free one if that is taken).")
    private @Nullable Integer kafkaPort;

    @Option(
            names = "--rest-port",
            paramLabel = "PORT",
            description =
                    "Port of the Flink dashboard, 0 for any free one (default: 8081, or a free one if that is taken).")
    private @Nullable Integer restPort;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of Kafka brokers, ${DEFAULT-VALUE} by default; of three or more one may be gone: each record"
                            + " is on three, and written once two have it.")
    private int brokers;

    @Option(
            names = "--job-managers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Number of Flink JobManagers, ${DEFAULT-VALUE} by default; of several one leads, and another goes"
                            + " on with its jobs when it is gone. A ZooKeeper is started beside them.")
    private int jobManagers;

    @Option(
            names = "--task-managers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of Flink TaskManagers, ${DEFAULT-VALUE} by default; each has two slots and 1 GB.")
    private int taskManagers;

    @Option(
            names = "--metrics",
            description = "Serve the metrics of every process for Prometheus, on loopback ports that are printed.")
    private boolean metrics;

    @Option(
            names = "--secure",
            description =
                    "Let the broker speak TLS only, and want a user and password (SCRAM) that may do what its program has"
                            + " to; the files for --kafka-config of loader, job and reader are printed.")
    private boolean secure;

    @Option(
            names = "--application",
            description =
                    "Run the job as an application, with the arguments after --: the cluster takes no other job, and ends"
                            + " with it.")
    private boolean application;

    @Parameters(
            paramLabel = "ARGUMENT",
            arity = "0..*",
            description = "After --, settings of the job, such as --window 15m; only with --application.")
    private List<String> jobArguments = new ArrayList<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the processes write their logs: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private LogFormat logFormat = LogFormat.text;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "One of Flink's own settings, such as taskmanager.numberOfTaskSlots=4; may be repeated.")
    private Map<String, String> flink = new TreeMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        StackDirectory place = StackDirectory.create(sfcrime.stack().directory());
        return DirectoryLock.holding(place.root(), () -> startIfDown(place));
    }

    private int startIfDown(StackDirectory place) throws InterruptedException {
        StackState state = StackState.of(place);
        if (state.isRunning()) {
            return alreadyRunning(state);
        }
        state.forgetStale().forEach(line -> spec.commandLine().getErr().println(line));
        start(place);
        return 0;
    }

    private int alreadyRunning(StackState state) {
        if (!state.isWhole()) {
            throw new StackFailure("cannot start in " + state.directory().root()
                    + ": parts of a stack are still running: "
                    + sfcrime.stack().command("down") + " first");
        }
        out().println("already up in " + state.directory().root());
        state.describe().forEach(out()::println);
        List<String> asked = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--dir"))
                .toList();
        if (!asked.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("sfcrime up: it stays as it was started; for " + String.join(", ", asked) + " run "
                            + sfcrime.stack().command("down") + " first");
        }
        return 0;
    }

    private void start(StackDirectory place) throws InterruptedException {
        if (!application && !jobArguments.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "only --application has a job, which takes arguments: " + String.join(" ", jobArguments));
        }
        BrokerSettings broker;
        ClusterSettings cluster;
        try {
            broker = new BrokerSettings(port(kafkaPort, KAFKA_PORT), brokers, Map.of(), List.of());
            cluster = new ClusterSettings(port(restPort, REST_PORT), jobManagers, taskManagers, flink);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        spec.commandLine().getErr().println("starting a Kafka broker and a Flink cluster in " + place.root());
        Stack stack = Stack.in(place.root()).withLogs(logFormat);
        if (metrics) {
            stack.withMetrics();
        }
        if (secure) {
            stack.withSecurity();
        }
        try (Waiting waiting = Waiting.on("waiting for both")) {
            if (application) {
                stack.startApplication(broker, cluster, jobArguments);
            } else {
                stack.start(broker, cluster);
            }
        } catch (StackFailure e) {
            stack.close();
            throw e;
        }
        stack.leaveRunning();
        out().println("Kafka  " + stack.bootstrapServers());
        if (secure) {
            for (Principal principal : Principal.values()) {
                out().println("  --kafka-config " + stack.clientFile(principal));
            }
        }
        out().println("Flink  " + stack.rest().url() + " (dashboard)");
        stack.metrics().describe().forEach(page -> out().println("Metrics  " + page));
        if (metrics) {
            out().println("for Prometheus's file_sd_configs: " + stack.metrics().targets());
        }
        out().println("stop it with " + sfcrime.stack().command("down"));
    }

    private Port port(@Nullable Integer asked, int usual) {
        if (asked != null) {
            return Port.exactly(asked);
        }
        Port port = Port.preferably(usual);
        if (!port.isFree()) {
            spec.commandLine().getErr().println("port " + usual + " is taken: using a free one");
        }
        return port;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
