package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Contenders;
import io.github.sfcrime.benchmarks.flink.EarlierJob;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench guard}: whether the job has become slower since a commit. */
@Command(
        name = "guard",
        description = "Measure the job beside itself as it was at a commit, and fail where it has become slower.",
        sortOptions = false,
        footer = {
            "",
            "Both count the same calls in turn, as with bench compare --contenders job,job@COMMIT. The fastest run of each"
                    + " is compared, which is the one that the machine disturbed least; the medians are told beside it."
                    + " Run it on a quiet machine before a change to what every call goes through.",
            "",
            "Exit code 1 if that rate is below the limit or rows differ from the oracle's."
        })
public final class Guard implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMIT", description = "A commit, a branch or a tag; its job is built the first time.")
    private String commit = "";

    @Option(
            names = "--workloads",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "dense",
            description = "As of bench compare (default: ${DEFAULT-VALUE}).")
    private List<String> workloads = List.of();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "20000000",
            description = "How many calls (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--at-least",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "The least rate, as a share of the earlier job's (default: ${DEFAULT-VALUE}).")
    private double atLeast;

    @Mixin
    private RunOptions runs = new RunOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        UserErrorException.unlessAtLeast(1, "--records", records);
        int repetitions = runs.repetitions();
        Checkout checkout = Checkout.find();
        List<Workload> chosen = workloads.stream()
                .map(name -> Workload.named(name, checkout).withRecords(records))
                .toList();
        Contenders contenders = new Contenders(checkout);
        Contender earlier = contenders.named(EarlierJob.PREFIX + commit);
        Contender today = contenders.named("job");
        today.requireBuilt();
        boolean passed = true;
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(runs.raw(), Surroundings.of(checkout, spec))) {
            stack.startBroker(BrokerSettings.onFreePort());
            PrintWriter err = spec.commandLine().getErr();
            for (Workload workload : chosen) {
                Map<Contender, Workload> both = new LinkedHashMap<>();
                both.put(today, workload);
                both.put(earlier, workload);
                List<ContenderResult> two =
                        new ComparisonRuns(stack, runs.warmUp(), 1, results, err).compare(both, repetitions);
                Verdict verdict = Verdict.of(workload.name(), two.get(0), two.get(1), atLeast);
                spec.commandLine().getOut().println(verdict.line());
                spec.commandLine().getOut().flush();
                passed &= verdict.passed();
            }
        }
        return passed ? 0 : 1;
    }
}
