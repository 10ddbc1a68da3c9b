package io.github.sfcrime.benchmarks.sweep;

import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench sweep}: the job's rate and delay as settings change. */
@Command(
        name = "sweep",
        description = "Measure the job's sustained rate and its processing delay under combinations of settings.",
        sortOptions = false,
        footer = {
            "",
            "A grid is a file of properties: parallelism, and settings of the cluster, the job's Flink configuration, its"
                    + " Kafka clients and its own (cluster.*, flink.*, kafka.*, job.*), each under its native name with its"
                    + " values, separated by commas; generators make it a fraction of all combinations. See"
                    + " benchmarks/src/main/resources for quick, core, full and rate.",
            "",
            "Every visit of a combination has a fresh job on a session cluster that is restarted only where a setting needs"
                    + " it, in shuffled order. The results file is the state: visits that it has are skipped, so that a"
                    + " sweep that was interrupted goes on with the same command.",
            "",
            "Throughput is taken over the window, the warm-up cut; the delay is that of Flink's latency markers, from the"
                    + " source to the last operator, at full load. Exit code 1 if a combination could not be measured."
        })
public final class Sweep implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--grid",
            paramLabel = "NAME",
            defaultValue = "full",
            description = "quick, core, full, rate or a file (default: ${DEFAULT-VALUE}).")
    private String grid = "full";

    @Option(names = "--quick", description = "The grid quick: exploratory, about ten minutes.")
    private boolean quick;

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            defaultValue = "sweep.jsonl",
            description = "Where results are and go, as JSON lines (default: ${DEFAULT-VALUE}).")
    private Path raw = Path.of("sweep.jsonl");

    @Override
    public Integer call() throws InterruptedException, IOException {
        Checkout checkout = Checkout.find();
        Grid chosen = Grid.read(quick ? "quick" : grid);
        Workload workload = Workload.named(chosen.workload(), checkout).withRecords(chosen.records());
        FlinkProgram job = FlinkProgram.job(checkout.root());
        job.requireBuilt();
        Set<Visit> done = Visits.done(raw, chosen.name());
        List<Visit> visits = new ArrayList<>(Visits.of(chosen));
        int all = visits.size();
        visits.removeIf(done::contains);
        tell(
                "%s%s: %d of %d visits to go",
                chosen.name(), chosen.exploratory() ? " (exploratory)" : "", visits.size(), all);
        if (visits.isEmpty()) {
            return 0;
        }
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(raw, Surroundings.of(checkout, spec))) {
            stack.startBroker(BrokerSettings.onFreePort());
            tell("loading %,d calls of workload %s", workload.records(), workload.name());
            WorkloadTopic input = WorkloadTopic.load(stack.bootstrapServers(), "calls", workload);
            return visit(visits, new CellMeasuring(stack, job, chosen, input), results);
        }
    }

    private int visit(List<Visit> visits, CellMeasuring measuring, RawResults results)
            throws InterruptedException, IOException {
        boolean failed = false;
        try (ProgressBar progress = progress(visits.size())) {
            for (Visit visit : visits) {
                progress.setExtraMessage(
                        "run " + visit.repetition() + " of " + visit.cell().settings());
                CellRun run = measuring.visit(visit);
                results.add("sweep", run);
                tell("%s, run %d: %s", run.settings(), run.repetition(), told(run));
                failed |= run.failure() != null;
                progress.step();
            }
        }
        return failed ? 1 : 0;
    }

    private static String told(CellRun run) {
        if (run.failure() != null) {
            return "failed: " + run.failure();
        }
        return String.format(
                Locale.ROOT,
                "%,.0f records/s over %.0f s, %.2f CPU s per million%s",
                run.recordsPerSecond(),
                run.steadySeconds(),
                run.cpuSecondsPerMillion(),
                run.processingDelay() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", delay %.0f ms",
                                run.processingDelay().meanMillis()));
    }

    private static ProgressBar progress(int visits) {
        return new ProgressBarBuilder()
                .setTaskName("sweep")
                .setInitialMax(visits)
                .setUpdateIntervalMillis(1_000)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    private void tell(String format, Object... arguments) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(Locale.ROOT, format, arguments));
        err.flush();
    }
}
