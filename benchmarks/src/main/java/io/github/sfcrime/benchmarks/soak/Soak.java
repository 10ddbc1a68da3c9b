package io.github.sfcrime.benchmarks.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench soak}: {@code chaos} for a long time, and what its processes hold after each fault. */
@Command(
        name = "soak",
        description =
                "Run chaos at a steady rate, for long, and tell what its processes hold after each fault: heap after"
                        + " a collection, classes, threads, open files, checkpoints. None of it should grow.",
        sortOptions = false,
        footer = {"", "Exit code 1 if a fault did not end as its kind declares."})
public final class Soak implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "60m",
            description = "As of chaos (default: ${DEFAULT-VALUE}).")
    private String duration = "60m";

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            defaultValue = "taskmanager-kill,jobmanager-kill,broker-kill,loader-kill,zookeeper-kill,savepoint",
            description = "As of chaos; savepoint stops the job and submits it again (default: ${DEFAULT-VALUE}).")
    private String faults = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "As of chaos (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--delivery",
            paramLabel = "MODE",
            defaultValue = "exactly-once",
            description = "As of chaos (default: ${DEFAULT-VALUE}).")
    private String delivery = "";

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            description = "Append the run with all that was looked at to this file, as a JSON line.")
    private @Nullable Path raw;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Checkout checkout = Checkout.find();
        try (RawResults results = RawResults.to(raw, Surroundings.of(checkout, spec))) {
            Process chaos = new ProcessBuilder(command(checkout.root()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                String report = new String(chaos.getInputStream().readAllBytes(), UTF_8);
                int exitCode = chaos.waitFor();
                if (report.isBlank()) {
                    throw new BenchmarkFailure("chaos has ended without a report, with exit code " + exitCode);
                }
                JsonNode parsed = new JsonMapper().readTree(report);
                results.add("soak", parsed);
                spec.commandLine().getOut().println(parsed.toPrettyString());
                return exitCode;
            } finally {
                chaos.destroy();
            }
        }
    }

    private List<String> command(Path root) {
        return List.of(
                root.resolve("sfcrime").toString(),
                "chaos",
                "--format",
                "json",
                "--duration",
                duration,
                "--faults",
                faults,
                "--seed",
                Long.toString(seed),
                "--delivery",
                delivery);
    }
}
