/** Contenders side by side on one workload. */
package io.github.sfcrime.benchmarks.compare;
