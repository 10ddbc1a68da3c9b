package io.github.sfcrime.benchmarks.load;

import io.github.sfcrime.local.stack.LoadSummary;

/**
 * What one run came to.
 *
 * @param contender who sent records
 * @param records how many
 * @param repetition which run, from 1
 * @param recordsPerSecond of the whole run
 * @param parseSeconds how long reading and converting took; 0 where it is no step
 * @param sortSeconds how long sorting took, likewise
 * @param sendSeconds how long sending took, likewise
 */
record LoadResult(
        String contender,
        long records,
        int repetition,
        double recordsPerSecond,
        double parseSeconds,
        double sortSeconds,
        double sendSeconds) {

    static LoadResult of(String contender, int repetition, LoadSummary load) {
        return new LoadResult(
                contender,
                load.sent(),
                repetition,
                load.sent() / load.seconds(),
                load.parseSeconds(),
                load.sortSeconds(),
                load.sendSeconds());
    }
}
