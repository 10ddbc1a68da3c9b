package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.schemas.CallForService;

/**
 * A workload in Kafka, in the order of event time, and what it counts to. Calls go to the partitions in turn, so that
 * all partitions are equally far in event time at the same share of their length: whoever reads them evenly meets no late
 * call.
 *
 * @param name the topic
 * @param workload what is in it
 * @param oracle what it counts to
 */
public record WorkloadTopic(String name, Workload workload, Oracle oracle) {

    /** Loads a workload into a new topic. */
    public static WorkloadTopic load(String bootstrapServers, String name, Workload workload)
            throws InterruptedException {
        Oracle oracle = new Oracle(workload.query());
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
        WorkloadCalls calls = new WorkloadCalls(workload);
        try (CallProducer producer = new CallProducer(bootstrapServers, name, workload.compression())) {
            for (long n = 0; calls.hasNext(); n++) {
                CallForService call = calls.next();
                oracle.count(call);
                producer.send(call, (int) (n % workload.partitions()));
            }
            producer.flush();
        }
    }
}
