package io.github.sfcrime.benchmarks.load;

import io.github.sfcrime.benchmarks.measuring.Json;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench load}: how fast files become records. */
@Command(
        name = "load",
        description = "Measure how fast the loader reads calls from files, sorts them by time and sends them, beside"
                + " Kafka's own ProducerPerformance.",
        sortOptions = false,
        footer = {
            "",
            "Contenders take turns on one broker: JSON lines and CSV of the same generated calls, with a heap of 512 MB,"
                    + " and ProducerPerformance with payloads of the same sizes and the loader's producer settings."
                    + " Standard output has one JSON line per run. It takes 15 GB of disk for 10 million calls."
        })
public final class Load implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "How many calls (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of each contender (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(names = "--raw", paramLabel = "FILE", description = "Append every run to this file, as a JSON line.")
    private @Nullable Path raw;

    @Override
    public Integer call() throws InterruptedException, IOException {
        UserErrorException.unlessAtLeast(1, "--records", records);
        UserErrorException.unlessAtLeast(1, "--repetitions", repetitions);
        Checkout checkout = Checkout.find();
        ProducerPerformance.requireBuilt(checkout);
        try (Stack stack = Stack.temporary();
                RawResults results = RawResults.to(raw, Surroundings.of(checkout, spec))) {
            stack.startBroker(BrokerSettings.onFreePort());
            LoadRuns runs = new LoadRuns(stack, checkout, records);
            spec.commandLine().getErr().println("generating the files");
            runs.generate();
            for (int repetition = 1; repetition <= repetitions; repetition++) {
                for (LoadResult result : runs.repeat(repetition)) {
                    results.add("load", result);
                    print(result);
                }
            }
            return 0;
        }
    }

    private void print(LoadResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Json.line(result));
        out.flush();
    }
}
