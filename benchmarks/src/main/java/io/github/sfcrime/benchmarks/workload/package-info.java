/** The calls that benchmarks read, how they lie in Kafka, and what they count to. */
package io.github.sfcrime.benchmarks.workload;
