/** Who reads a workload: this project's job, other systems with the same query, and plain consumers. */
package io.github.sfcrime.benchmarks.contender;
