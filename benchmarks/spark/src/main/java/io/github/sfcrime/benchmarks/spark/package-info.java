/** A contender: the same counts with Spark Structured Streaming. */
package io.github.sfcrime.benchmarks.spark;
