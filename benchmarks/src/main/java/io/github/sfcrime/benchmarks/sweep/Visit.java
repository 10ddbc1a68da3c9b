package io.github.sfcrime.benchmarks.sweep;

/**
 * One run of one cell.
 *
 * @param cell its settings
 * @param repetition which of its runs, from 1
 */
record Visit(Cell cell, int repetition) {}
