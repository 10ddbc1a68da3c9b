package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.benchmarks.measuring.Json;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench latency}: how long a call takes until a result that counts it can be read. */
@Command(
        name = "latency",
        description = "Measure how long it takes from the time at which a call is to be sent until the first total that"
                + " counts it can be read from Kafka.",
        sortOptions = false,
        footer = {
            "",
            "The query is totals with --emit-interval PT0S: each call writes its group's total. Calls of one group lie in"
                    + " one partition, so that the c-th call is counted by the first total of c or more. A producer that"
                    + " falls behind does not slow down: latency counts from the time that the rate gives a call. With"
                    + " exactly-once the reader reads what is committed.",
            "",
            "Exit code 1 if a call was counted by no total that could be read in time."
        })
public final class Latency implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LatencyOptions options = new LatencyOptions();

    @Option(
            names = "--contender",
            paramLabel = "NAME",
            defaultValue = "job",
            description =
                    "job, job@COMMIT, which is the job as it was at a commit, or standard-totals, which is Flink's keyed"
                            + " process function (default: ${DEFAULT-VALUE}).")
    private String contender = "job";

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            description = "Append the run with all its samples to this file, as a JSON line.")
    private @Nullable Path raw;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Checkout checkout = Checkout.find();
        LatencyContender chosen = LatencyContender.named(contender, checkout.root());
        chosen.program().requireBuilt();
        LatencySettings settings = settings();
        try (RawResults results = RawResults.to(raw, Surroundings.of(checkout, spec))) {
            LatencyResult result = new LatencyRun(chosen, settings, Workload.named("dense", checkout)).run();
            results.add("latency", result);
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.indented(result.withoutSamples()));
            out.flush();
            return result.unread() == 0 ? 0 : 1;
        }
    }

    private LatencySettings settings() {
        try {
            return options.settings();
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(String.valueOf(e.getMessage()));
        }
    }
}
