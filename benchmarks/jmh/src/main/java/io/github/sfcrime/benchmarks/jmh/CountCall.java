package io.github.sfcrime.benchmarks.jmh;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What it costs to count a call that has been read: in the job's table, and in a map of the JDK. */
public class CountCall extends StepOfTheJob {

    /** Enough that neither their texts nor their branches are learned by heart. */
    private static final int CALLS = 1 << 15;

    private final String[] types = new String[CALLS];
    private final @Nullable String[] dispositions = new String[CALLS];
    private final int[] hashes = new int[CALLS];
    private final GroupCounts table = new GroupCounts();
    private final GroupPool pool = new GroupPool();
    private final Map<Pair, Long> map = new HashMap<>();
    private int next;

    /** Generates the calls; equal texts share one string and the hash is known, as with the job's decoder. */
    @Setup
    public void makeCalls() {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.parse("2018-10-02T00:00"), 92);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < CALLS; i++) {
            CallForService call = generator.next();
            String disposition = call.getDisposition();
            types[i] = texts.computeIfAbsent(call.getOriginalCrimeTypeName(), same -> same);
            dispositions[i] = disposition == null ? null : texts.computeIfAbsent(disposition, same -> same);
            hashes[i] = Group.hash(types[i], dispositions[i]);
        }
    }

    /** The job's table; returns how many groups it has. */
    @Benchmark
    public int inTheJobsTable() {
        next = (next + 1) & (CALLS - 1);
        table.increment(types[next], dispositions[next], hashes[next], pool);
        return table.size();
    }

    /** A hash map with a pair as its key; returns how many groups it has. */
    @Benchmark
    public int inAHashMap() {
        next = (next + 1) & (CALLS - 1);
        map.merge(new Pair(types[next], dispositions[next]), 1L, Long::sum);
        return map.size();
    }

    private record Pair(String type, @Nullable String disposition) {}
}
