package io.github.sfcrime.benchmarks.scale;

import io.github.sfcrime.benchmarks.compare.MeasuredJob;
import io.github.sfcrime.benchmarks.compare.RunResult;
import io.github.sfcrime.benchmarks.flink.StackProcesses;
import io.github.sfcrime.benchmarks.measuring.CpuTime;
import io.github.sfcrime.benchmarks.measuring.Json;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.measuring.UserErrorException;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.local.BrokerSettings;
import io.github.sfcrime.local.Checkout;
import io.github.sfcrime.local.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
                "Measure the job as one thing grows: records, distinct types, parallelism, or open groups and with them"
                        + " memory.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "records, types and parallelism: rate and CPU seconds as bench compare measures them, every row compared with"
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
            description = "records, types, parallelism or memory.")
    private Dimension dimension = Dimension.RECORDS;

    @Option(
            names = "--values",
            paramLabel = "VALUE",
            split = ",",
            description =
                    "How far it grows (default: records 2, 10 and 50 million; types 10 to 100,000; parallelism 1 and 2;"
                            + " memory by windows of PT1H, P1D and P7D).")
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
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "PT5S",
            description = "What is cut from the beginning, at most the first half (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ofSeconds(5);

    @Option(names = "--raw", paramLabel = "FILE", description = "Append every run with all its samples to this file.")
    private @Nullable Path raw;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Checkout checkout = Checkout.find();
        boolean right = true;
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(raw, Surroundings.of(checkout))) {
            stack.startBroker(BrokerSettings.onFreePort());
            MeasuredJob job = new MeasuredJob(stack, checkout, warmUp);
            for (String value : values.isEmpty() ? dimension.usualValues() : values) {
                WorkloadTopic input = load(stack, checkout, value);
                for (int repetition = 1; repetition <= repetitions; repetition++) {
                    if (dimension == Dimension.MEMORY) {
                        HeapRun run = new HeapMeasuring(stack, checkout, input).run(value, repetition);
                        results.add("heap", run);
                        print(run);
                    } else {
                        ScaledRun run = scaled(stack, job, input, value, repetition);
                        results.add("scale", run);
                        print(run);
                        right &= run.run().differences().isEmpty();
                    }
                }
            }
        }
        return right ? 0 : 1;
    }

    private WorkloadTopic load(Stack stack, Checkout checkout, String value) throws InterruptedException {
        try {
            Workload chosen =
                    dimension.workload(Workload.named(workload, checkout).withRecords(records), value);
            PrintWriter err = spec.commandLine().getErr();
            err.println(String.format(
                    Locale.ROOT,
                    "%s %s: loading %,d calls of workload %s",
                    dimension,
                    value,
                    chosen.records(),
                    workload));
            err.flush();
            return WorkloadTopic.load(stack.bootstrapServers(), "calls-" + value, chosen);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("--values: " + value + ": " + e.getMessage());
        }
    }

    private ScaledRun scaled(Stack stack, MeasuredJob job, WorkloadTopic input, String value, int repetition)
            throws InterruptedException, IOException {
        List<Long> broker = StackProcesses.broker(stack);
        double before = CpuTime.seconds(broker);
        RunResult run = job.run(input, dimension.parallelism(value), repetition);
        double perMillion = (CpuTime.seconds(broker) - before) / run.records() * 1e6;
        return new ScaledRun(dimension.toString(), value, workload, perMillion, run);
    }

    private void print(Object run) {
        var line = Json.object(run);
        if (dimension != Dimension.MEMORY) {
            line.remove("samples");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(Json.line(line));
        out.flush();
    }
}
