package io.github.sfcrime.benchmarks.load;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.BenchmarkTopics;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.LoadSummary;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the same calls from each kind of file, and sends as many records with Kafka's own program. */
final class LoadRuns {

    private static final int PARTITIONS = 4;
    private static final List<String> FILES = List.of("calls.jsonl", "calls.csv");

    private final Stack stack;
    private final long records;
    private final ProducerPerformance kafka;

    LoadRuns(Stack stack, Checkout checkout, long records) {
        this.stack = stack;
        this.records = records;
        kafka = new ProducerPerformance(stack, checkout);
    }

    /** Makes the files, with the same calls in each. */
    void generate() throws InterruptedException {
        for (String file : FILES) {
            requireDone(stack.load(List.of(
                    "generate",
                    "--quiet",
                    "-n",
                    Long.toString(records),
                    "--output",
                    path(file).toString())));
        }
    }

    /** A run of each. */
    List<LoadResult> repeat(int repetition) throws InterruptedException, IOException {
        List<LoadResult> results = new ArrayList<>();
        try (BenchmarkTopics topics = new BenchmarkTopics(stack.bootstrapServers())) {
            for (String file : FILES) {
                topics.create(file, PARTITIONS);
                results.add(LoadResult.of(file.replaceFirst(".*\\.", ""), repetition, load(file)));
            }
            kafka.takePayloadsOf(FILES.get(0));
            topics.create("payloads", PARTITIONS);
            double perSecond = kafka.run("payloads", records);
            results.add(new LoadResult("producer-performance", records, repetition, perSecond, 0, 0, 0));
            topics.delete(name -> FILES.contains(name) || name.equals("payloads"));
        }
        return results;
    }

    private LoadSummary load(String file) throws InterruptedException {
        LoadSummary summary = requireDone(stack.load(List.of(
                "load",
                "--quiet",
                "-b",
                stack.bootstrapServers(),
                "-t",
                file,
                path(file).toString())));
        if (summary.sent() != records) {
            throw new BenchmarkFailure("load of " + file + " sent " + summary.sent() + " of " + records + " calls");
        }
        return summary;
    }

    private static LoadSummary requireDone(LoadSummary summary) {
        if (summary.exitCode() != 0) {
            throw new BenchmarkFailure("the loader ended with exit code " + summary.exitCode());
        }
        return summary;
    }

    private Path path(String file) {
        return stack.directory().resolve(file);
    }
}
