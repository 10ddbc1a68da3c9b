package io.github.sfcrime.benchmarks.jet;

import java.io.Serializable;

/**
 * What is counted by of a call.
 *
 * @param time event time, San Francisco wall-clock time in milliseconds as if it were UTC
 * @param group what it is counted by
 */
record Call(long time, Group group) implements Serializable {}
