package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Contenders;
import io.github.sfcrime.benchmarks.measuring.ComparisonFormat;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench compare}: contenders side by side on one workload. */
@Command(
        name = "compare",
        description =
                "Measure contenders side by side on one workload; whose rows are not the oracle's gets no figure.",
        sortOptions = false,
        footer = {
            "",
            "Contenders: job, sql-twin, standard-window, standard-window-our-decoder, kafka-streams, spark and jet (build"
                    + " them with mvn -Pfull -DskipTests package), duckdb, consumer, consumer-decode, and job@COMMIT,"
                    + " this project's job as it was at a commit, which is built the first time. All count hours; totals are"
                    + " counted by all but jet.",
            "",
            "One clock for all: how many calls a contender has counted (or else read) is looked at twice a second;"
                    + " the rate is taken from the end of the warm-up, which begins with the first counted call, to the"
                    + " last look before the end of the input. CPU seconds are those of the contender's own processes in"
                    + " the same time. Every run has fresh processes with a heap of 2 GB, a broker on the same cores, and"
                    + " the calls of the workload, dealt to the partitions in turn.",
            "",
            "Exit code 1 if a contender failed or its rows differ from the oracle's."
        })
public final class Compare implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workload",
            paramLabel = "NAME",
            defaultValue = "dense",
            description =
                    "A file of benchmarks/workloads without its ending, or the path of one (default: ${DEFAULT-VALUE}).")
    private String workload = "dense";

    @Option(names = "--records", paramLabel = "N", description = "How many calls (default: as the workload says).")
    private @Nullable Long records;

    @Option(
            names = "--records-of",
            paramLabel = "NAME=N",
            split = ",",
            description =
                    "How many calls a contender reads that is quicker than the others, so that its rate is measured"
                            + " as long as theirs (default: as many as the others).")
    private Map<String, Long> recordsOf = Map.of();

    @Option(
            names = "--contenders",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "job,standard-window,kafka-streams,consumer,consumer-decode",
            description = "Who takes part (default: ${DEFAULT-VALUE}).")
    private List<String> contenders = List.of();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads or slots, in each contender's own sense (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "json or table (default: ${DEFAULT-VALUE}).")
    private ComparisonFormat format = ComparisonFormat.TABLE;

    @Mixin
    private RunOptions runs = new RunOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        UserErrorException.unlessAtLeast(1, "--parallelism", parallelism);
        int repetitions = runs.repetitions();
        Checkout checkout = Checkout.find();
        Workload read = Workload.named(workload, checkout);
        Workload chosen = records == null ? read : withRecords("--records", read, records);
        Map<Contender, Workload> workloads = new LinkedHashMap<>();
        for (Contender contender : chosen(checkout)) {
            Long its = recordsOf.get(contender.name());
            workloads.put(contender, its == null ? chosen : withRecords("--records-of " + contender.name(), read, its));
        }
        Surroundings surroundings = Surroundings.of(checkout, spec);
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(runs.raw(), surroundings)) {
            stack.startBroker(BrokerSettings.onFreePort());
            List<ContenderResult> all = new ComparisonRuns(stack, runs.warmUp(), parallelism, results, err())
                    .compare(workloads, repetitions);
            print(new Comparison(
                    surroundings, chosen, parallelism, runs.warmUp().toString(), all));
            return all.stream().anyMatch(ContenderResult::hasWrongRows) ? 1 : 0;
        }
    }

    private List<Contender> chosen(Checkout checkout) {
        Contenders all = new Contenders(checkout);
        List<Contender> chosen = contenders.stream().distinct().map(all::named).toList();
        for (String name : recordsOf.keySet()) {
            if (!contenders.contains(name)) {
                throw new UserErrorException("--records-of: " + name + " is not among the --contenders");
            }
        }
        chosen.forEach(Contender::requireBuilt);
        return chosen;
    }

    private static Workload withRecords(String option, Workload workload, long records) {
        UserErrorException.unlessAtLeast(1, option, records);
        return workload.withRecords(records);
    }

    private void print(Comparison comparison) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(format == ComparisonFormat.JSON ? Json.indented(comparison) : ComparisonWriter.table(comparison));
        out.flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
