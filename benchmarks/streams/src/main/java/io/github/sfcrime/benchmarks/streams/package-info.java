/** A contender: the same counts with Kafka Streams. */
package io.github.sfcrime.benchmarks.streams;
