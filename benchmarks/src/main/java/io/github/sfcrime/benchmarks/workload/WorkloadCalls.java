package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallForService;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** A workload's calls; the same workload gives the same calls. */
public final class WorkloadCalls implements Iterator<CallForService> {

    private final CallGenerator arrivals;
    private final TypeNames types;
    private long left;

    private WorkloadCalls(Workload workload) {
        arrivals = new CallGenerator(workload.seed(), workload.start(), workload.callsPerHour());
        types = TypeNames.of(workload);
        left = workload.records();
    }

    /** All calls in the workload's order. */
    public static Iterator<CallForService> of(Workload workload) {
        WorkloadCalls arriving = new WorkloadCalls(workload);
        return workload.order() == Order.ARRIVAL ? arriving : new EventTimeOrder(arriving);
    }

    /**
     * For each partition the calls that it gets next, to be asked in turn: all the same ones where partitions are equally
     * far in event time, else each its own.
     */
    static List<Iterator<CallForService>> byPartition(Workload workload) {
        if (workload.partitionsApart().isZero()) {
            return Collections.nCopies(workload.partitions(), of(workload));
        }
        return IntStream.range(0, workload.partitions())
                .mapToObj(partition -> of(workload.ofPartition(partition)))
                .toList();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public CallForService next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        CallForService call = arrivals.next();
        types.rename(call);
        return call;
    }
}
