/** Whether what processes hold grows, over hours and faults. */
package io.github.sfcrime.benchmarks.soak;
