package io.github.sfcrime.benchmarks.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.benchmarks.flink.ComparableCluster;
import io.github.sfcrime.benchmarks.flink.KafkaFile;
import io.github.sfcrime.benchmarks.flink.SubmittedJob;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.BenchmarkTopics;
import io.github.sfcrime.benchmarks.workload.CallProducer;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadCalls;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One run: broker, cluster and job of its own, calls in at a constant rate, totals out. */
final class LatencyRun {

    private static final String CALLS = "calls";
    /**
     * A pause of the heap's collector is in the latency of each call that comes meanwhile. Where the processor is busy, G1's
     * threads wait for each other in it, and ZGC's take the processor from what is measured.
     */
    private static final String SHORT_PAUSES = "-XX:+UseSerialGC";

    private static final Duration LAST_RESULTS_WITHIN = Duration.ofSeconds(30);

    private final LatencyContender contender;
    private final LatencySettings settings;
    private final Workload workload;

    LatencyRun(LatencyContender contender, LatencySettings settings, Workload workload) {
        this.contender = contender;
        this.settings = settings;
        this.workload = workload.withRecords(settings.records());
    }

    LatencyResult run() throws InterruptedException {
        try (Stack stack = Stack.temporary()) {
            stack.start(
                    BrokerSettings.onFreePort().jvm(SHORT_PAUSES),
                    ComparableCluster.withSlots(settings.parallelism())
                            .with("env.java.opts.taskmanager", SHORT_PAUSES));
            try (BenchmarkTopics topics = new BenchmarkTopics(stack.bootstrapServers())) {
                topics.create(CALLS, settings.partitions());
                topics.create(contender.outputTopic(), settings.partitions());
            }
            SubmittedJob job = contender.program().submit(stack, clientOptions(), arguments(stack));
            job.awaitRunning();
            return measure(stack, job);
        }
    }

    private List<String> clientOptions() {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(settings.parallelism())));
        options.add("-Dexecution.checkpointing.interval="
                + settings.checkpointInterval().toMillis() + "ms");
        settings.flink().forEach((key, value) -> options.add("-D" + key + "=" + value));
        return options;
    }

    private List<String> arguments(Stack stack) {
        return contender.arguments(
                stack.bootstrapServers(), CALLS, settings.delivery(), KafkaFile.of(stack, settings.kafka()));
    }

    private LatencyResult measure(Stack stack, SubmittedJob job) throws InterruptedException {
        Ledger ledger = new Ledger();
        long start = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        Latencies latencies = new Latencies(start + settings.warmUp().toNanos());
        try (CallProducer producer = new CallProducer(stack.bootstrapServers(), CALLS, settings.loader());
                TotalsReader reader = new TotalsReader(
                        stack.bootstrapServers(),
                        contender.outputTopic(),
                        settings.delivery() == Delivery.EXACTLY_ONCE,
                        settings.reader())) {
            PacedSender sender = new PacedSender(producer, ledger, settings.partitions(), settings.rate());
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> sender.send(WorkloadCalls.of(workload), start));
            while (!sending.isDone()) {
                reader.read(ledger, latencies);
            }
            sending.join();
            readTheLast(reader, ledger, latencies, job);
        } catch (CompletionException e) {
            throw e.getCause() instanceof BenchmarkFailure failure ? failure : e;
        }
        JsonNode checkpoints = job.get("/checkpoints");
        return LatencyResult.of(contender.program().name(), settings, latencies, checkpoints, ledger.unread());
    }

    private void readTheLast(TotalsReader reader, Ledger ledger, Latencies latencies, SubmittedJob job) {
        long deadline = System.nanoTime()
                + LAST_RESULTS_WITHIN.toNanos()
                + 3 * settings.checkpointInterval().toNanos();
        while (ledger.unread() > 0 && System.nanoTime() < deadline && !job.isFinished()) {
            reader.read(ledger, latencies);
        }
    }
}
