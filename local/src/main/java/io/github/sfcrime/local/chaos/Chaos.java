package io.github.sfcrime.local.chaos;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.fault.FaultKindConverter;
import io.github.sfcrime.local.chaos.fault.KindsOfFaults;
import io.github.sfcrime.local.chaos.injection.Injection;
import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.local.stack.DeliveryConverter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos}: faults in a running pipeline, and whether each call is still counted once. */
@Command(
        name = "chaos",
        description = "Start a stack of its own, load and count without end, inject faults, and compare after each what"
                + " was committed with an independent count.",
        sortOptions = false,
        footer = {
            "",
            "The faults, their targets and the calls follow from the seed. Partitions never go idle: the job runs with"
                    + " an idleness that is longer than any fault. Late calls are part of the comparison.",
            "",
            "Exit code 0 if every fault has ended as its kind declares, else 1; then the folder of the run is kept:"
                    + " schedule, report, differences, offsets, logs.",
            "",
            "Examples:",
            "  sfcrime chaos --rounds 10 --delivery exactly-once",
            "  sfcrime chaos --faults taskmanager-kill,broker-kill --seed 7 --duration 10m"
        })
final class Chaos implements Callable<Integer> {

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            converter = FaultKindConverter.class,
            completionCandidates = KindsOfFaults.class,
            description = "The kinds of faults, separated by commas: ${COMPLETION-CANDIDATES} (default: all that are"
                    + " possible on this machine; only root can cut networks, and postgres-kill is of --sink"
                    + " kafka,postgres).")
    private List<FaultKind> faults = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same schedule and the same calls (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many faults (default: as many as fit in the duration).")
    private @Nullable Integer rounds;

    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description = "After this time no further fault begins (default: ${DEFAULT-VALUE}; with --rounds, none).")
    private Duration duration;

    @Option(
            names = "--delivery",
            paramLabel = "DELIVERY",
            defaultValue = "exactly-once",
            converter = DeliveryConverter.class,
            description = "The job's delivery, at-least-once or exactly-once (default: ${DEFAULT-VALUE}).")
    private Delivery delivery;

    @Option(
            names = "--sink",
            paramLabel = "SINK",
            split = ",",
            defaultValue = "kafka",
            description =
                    "kafka, or kafka,postgres: the job also writes into a PostgreSQL server, of programs that this"
                            + " machine must have, and its table is compared too (default: ${DEFAULT-VALUE}; with the fault"
                            + " postgres-kill both).")
    private List<Sink> sinks;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many Kafka brokers the stack has; with 3 each record is on all (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many calls are loaded per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--evidence",
            paramLabel = "FOLDER",
            description = "An empty folder for the run, which is kept in any case (default: a temporary one, which is"
                    + " kept if a fault did not end as declared).")
    private @Nullable Path folder;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<FaultKind> kinds = possible(err);
        ChaosSettings settings =
                settings(kinds, folder == null ? Files.createTempDirectory("sfcrime-chaos-") : emptyFolder(folder));
        Evidence evidence = new Evidence(settings.folder());
        boolean text = format == ReportFormat.text;
        if (text) {
            out.println(Report.HEADING);
        }
        PrintWriter lines = text ? out : err;
        Report report = new ChaosRun(settings, evidence, err::println, round -> lines.println(round.line())).run();
        if (text) {
            report.summary().forEach(out::println);
        } else {
            out.println(report.toJson());
        }
        if (report.isAsDeclared()) {
            if (folder == null) {
                evidence.delete();
            }
            return 0;
        }
        report.differences().stream().limit(20).forEach(err::println);
        err.println("kept: " + settings.folder());
        return 1;
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Path created = Files.createDirectories(folder);
        try (var files = Files.list(created)) {
            if (files.findAny().isPresent()) {
                throw new UserErrorException("--evidence must be an empty folder: " + folder);
            }
        }
        return created.toRealPath();
    }

    /** The kinds that are asked for, or all that this machine has what it takes for. */
    private List<FaultKind> possible(PrintWriter err) throws InterruptedException {
        List<FaultKind> kinds = new ArrayList<>(faults.isEmpty() ? List.of(FaultKind.values()) : faults);
        if (!postgres()) {
            kinds.remove(FaultKind.POSTGRES_KILL);
        }
        List<FaultKind> impossible = new ArrayList<>();
        for (FaultKind kind : kinds) {
            if (!Injection.of(kind).isPossible()) {
                impossible.add(kind);
            }
        }
        if (impossible.isEmpty()) {
            return kinds;
        }
        String why = impossible + ": full disks take prlimit, and cut networks iptables, which only root may use";
        if (!faults.isEmpty()) {
            throw new UserErrorException("this machine cannot inject " + why);
        }
        err.println("left out: " + why);
        kinds.removeAll(impossible);
        return kinds;
    }

    private boolean postgres() {
        return sinks.contains(Sink.postgres) || faults.contains(FaultKind.POSTGRES_KILL);
    }

    private ChaosSettings settings(List<FaultKind> kinds, Path place) {
        boolean byRounds =
                rounds != null && !spec.commandLine().getParseResult().hasMatchedOption("--duration");
        try {
            return new ChaosSettings(
                    kinds,
                    seed,
                    rounds == null ? Integer.MAX_VALUE : rounds,
                    byRounds ? Duration.ofDays(1) : duration,
                    delivery,
                    brokers,
                    rate,
                    postgres(),
                    place);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(String.valueOf(e.getMessage()));
        }
    }
}
