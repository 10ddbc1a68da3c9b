package io.github.sfcrime.benchmarks.contender;

import java.util.List;

/** One way of reading a workload, each run in fresh processes of its own. */
public interface Contender {

    /** What it is called on the command line and in reports. */
    String name();

    /** Whether it counts: then its rows must be the oracle's. */
    boolean counts();

    /** Whether its windows close only by calls that come later, because it knows no end of input. */
    boolean needsClosingCalls();

    /** The topic that its rows go to in a run. */
    String outputTopic(Task task);

    /** Fails with what to do about it where this contender is not built. */
    void requireBuilt();

    /** Starts a run. */
    Run start(Task task) throws InterruptedException;

    /** A contender at work; closing it ends its processes. */
    interface Run extends AutoCloseable {

        /** How many calls it has counted, or else read, as last heard. */
        Progress progress();

        /** Whether it has come to the end by itself; fails where it came to another. */
        boolean isDone();

        /** Its processes, for the CPU time that they take. */
        List<Long> processes();

        @Override
        void close();
    }

    /**
     * How far a contender was.
     *
     * @param nanos when, as {@link System#nanoTime} tells
     * @param records how many calls it had counted, or else read
     */
    record Progress(long nanos, long records) {}
}
