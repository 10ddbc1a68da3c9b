package io.github.sfcrime.benchmarks.measuring;

/**
 * How far a contender was at a moment.
 *
 * @param seconds since it was told to start
 * @param records how many calls it had counted, or else read
 * @param cpuSeconds how much CPU time its processes had taken
 */
public record Sample(double seconds, long records, double cpuSeconds) {}
