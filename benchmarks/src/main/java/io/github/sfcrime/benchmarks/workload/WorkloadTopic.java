package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.schemas.CallForService;
import java.util.Iterator;
import java.util.List;

/**
 * A workload in Kafka, in its order, and what it counts to. Calls go to the partitions in turn, so that all partitions are
 * equally far in event time at the same share of their length, or as far apart as the workload says: whoever follows each
 * partition by itself, with watermarks that trail as far as the workload says, meets no late call.
 *
 * @param name the topic
 * @param workload what is in it
 * @param oracle what it counts to
 */
public record WorkloadTopic(String name, Workload workload, Oracle oracle) {

    /** Loads a workload into a new topic. */
    public static WorkloadTopic load(String bootstrapServers, String name, Workload workload)
            throws InterruptedException {
        Oracle oracle = new Oracle(workload.query(), workload.windows());
        try (BenchmarkTopics topics = new BenchmarkTopics(bootstrapServers)) {
            topics.create(name, workload.partitions());
            send(bootstrapServers, name, workload, oracle);
            long arrived = topics.records(name, workload.partitions());
            if (arrived != workload.records()) {
                throw new BenchmarkFailure(
                        "topic " + name + " has " + arrived + " records where " + workload.records() + " were sent");
            }
        }
        return new WorkloadTopic(name, workload, oracle);
    }

    private static void send(String bootstrapServers, String name, Workload workload, Oracle oracle) {
        List<Iterator<CallForService>> calls = WorkloadCalls.byPartition(workload);
        try (CallProducer producer = new CallProducer(bootstrapServers, name, workload.compression())) {
            for (long n = 0; n < workload.records(); n++) {
                int partition = (int) (n % workload.partitions());
                CallForService call = calls.get(partition).next();
                oracle.count(call);
                producer.send(call, partition);
            }
            producer.flush();
        }
    }
}
