/** The job on a session cluster, as benchmarks submit, ask and end it. */
package io.github.sfcrime.benchmarks.flink;
