/** Writes results, late calls and dead letters to Kafka. */
package io.github.sfcrime.job.kafka.sink;
