package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.contender.Task;
import io.github.sfcrime.benchmarks.workload.CallProducer;
import io.github.sfcrime.benchmarks.workload.Oracle;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Calls from after a workload's last one, which close its windows in systems that know no end of input. They are sent once
 * the workload has been counted, in rounds, each later than the one before, of types enough to reach every thread. They
 * come no later than needed: Kafka Streams forgets windows that it has not emitted when time jumps past their retention.
 */
final class ClosingCalls implements AutoCloseable {

    private static final Duration MARGIN = Duration.ofHours(3);
    private static final int TYPES = 64;

    private final CallProducer producer;
    private final int partitions;
    private LocalDateTime time;

    ClosingCalls(Task task, WorkloadTopic input) {
        producer = new CallProducer(
                task.bootstrapServers(), task.closingTopic(), input.workload().compression());
        partitions = input.workload().partitions();
        time = firstAfter(input.oracle(), task);
    }

    /** When the first ones come, in event time: a full hour, so that their windows are not the workload's. */
    static LocalDateTime firstAfter(Oracle oracle, Task task) {
        return oracle.latest()
                .plus(task.watermarkBound())
                .plus(task.unevenness())
                .plus(MARGIN)
                .truncatedTo(ChronoUnit.HOURS);
    }

    /** One more round. */
    void send() {
        for (int partition = 0; partition < partitions; partition++) {
            for (int type = 0; type < TYPES; type++) {
                producer.send(call(type), partition);
            }
        }
        producer.flush();
        time = time.plusMinutes(1);
    }

    private CallForService call(int type) {
        CallForService call = new CallForService();
        call.setCrimeId((long) type);
        call.setOriginalCrimeTypeName("Closing " + type);
        call.setCallDateTime(time);
        return call;
    }

    @Override
    public void close() {
        producer.close();
    }
}
