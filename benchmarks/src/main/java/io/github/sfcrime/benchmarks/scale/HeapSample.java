package io.github.sfcrime.benchmarks.scale;

/**
 * A TaskManager's heap after a full garbage collection, in the middle of a run.
 *
 * @param seconds since the first one
 * @param records how many calls had been taken in
 * @param windowsOpen how many windows were open, summed over parallel instances
 * @param groupsPerWindow how many groups one of them had
 * @param heapBytes what was left on the heap
 */
record HeapSample(double seconds, long records, long windowsOpen, long groupsPerWindow, long heapBytes) {}
