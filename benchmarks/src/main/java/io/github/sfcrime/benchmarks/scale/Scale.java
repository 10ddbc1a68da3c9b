package io.github.sfcrime.benchmarks.scale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.benchmarks.flink.EarlierJob;
import io.github.sfcrime.benchmarks.measuring.Json;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scale}: what a call costs as work grows. */
@Command(
        name = "scale",
        description =
                "Measure the job as one thing grows: records, distinct types, parallelism, windows, or open groups and with"
                        + " them memory.",
        sortOptions = false,
        footer = {
            "",
            "records, types, parallelism and windows: rate and CPU seconds as bench compare measures them, every row compared with"
                    + " the oracle's, the broker's CPU seconds beside. memory: heap of the TaskManager after a full"
                    + " collection, again and again while the job counts, for windows of growing length and so with more"
                    + " open groups. Standard output has one JSON line per run, without samples.",
            "",
            "Exit code 1 if rows differ from the oracle's."
        })
public final class Scale implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dimension",
            required = true,
            paramLabel = "NAME",
            description = "records, types, parallelism, windows or memory.")
    private Dimension dimension = Dimension.RECORDS;

    @Option(
            names = "--values",
            paramLabel = "VALUE",
            split = ",",
            description =
                    "How far it grows (default: records 2, 10 and 50 million; types 10 to 100,000; parallelism 1 and 2;"
                            + " windows PT1H, P7D/PT10M, which slide, and P1D+PT10M, which cumulate; memory by windows of"
                            + " PT1H, P1D and P7D).")
    private List<String> values = List.of();

    @Option(names = "--workload", paramLabel = "NAME", defaultValue = "dense", description = "As of bench compare.")
    private String workload = "dense";

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "20000000",
            description = "How many calls, where they are not what grows (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs at each value (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--warm-up-records",
            paramLabel = "N",
            defaultValue = "20000000",
            description =
                    "How many calls a fresh job counts before its rate is measured, and a tenth as many behind, on top"
                            + " of the others (default: ${DEFAULT-VALUE}).")
    private long warmUpRecords;

    @Option(
            names = "--contender",
            paramLabel = "NAME",
            defaultValue = "job",
            description = "job, or job@COMMIT, which is the job as it was at a commit (default: ${DEFAULT-VALUE}).")
    private String contender;

    @Option(
            names = "--state-backend",
            paramLabel = "NAME",
            defaultValue = "hashmap",
            description = "hashmap, rocksdb or forst (default: ${DEFAULT-VALUE}).")
    private StateBackend stateBackend = StateBackend.HASHMAP;

    @Option(names = "--raw", paramLabel = "FILE", description = "Append every run with all its samples to this file.")
    private @Nullable Path raw;

    @Override
    public Integer call() throws InterruptedException, IOException {
        UserErrorException.unlessAtLeast(1, "--repetitions", repetitions);
        UserErrorException.unlessAtLeast(0, "--warm-up-records", warmUpRecords);
        if (!contender.equals("job") && !EarlierJob.isNamed(contender)) {
            throw new UserErrorException("--contender must be job or " + EarlierJob.PREFIX + "COMMIT: " + contender);
        }
        if (dimension == Dimension.MEMORY && !(contender.equals("job") && stateBackend == StateBackend.HASHMAP)) {
            throw new UserErrorException(
                    "memory is measured of job on hashmap, with no other --contender or --state-backend");
        }
        Checkout checkout = Checkout.find();
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(raw, Surroundings.of(checkout, spec))) {
            stack.startBroker(BrokerSettings.onFreePort());
            ScaleRuns runs = new ScaleRuns(
                    stack, checkout, dimension, workload(checkout), contender, stateBackend, warmUpRecords);
            boolean right = true;
            for (String value : values.isEmpty() ? dimension.usualValues() : values) {
                spec.commandLine().getErr().println("loading the calls for " + dimension + " " + value);
                right &= runs.run(value, repetitions, results, this::print);
            }
            return right ? 0 : 1;
        }
    }

    private Workload workload(Checkout checkout) {
        return Workload.named(workload, checkout).withRecords(records);
    }

    private void print(ObjectNode run) {
        if (dimension != Dimension.MEMORY) {
            run.remove("samples");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(Json.line(run));
        out.flush();
    }
}
