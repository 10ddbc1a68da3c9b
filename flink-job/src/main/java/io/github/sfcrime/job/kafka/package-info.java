/** The only package that uses the Kafka connector, whose one way in is {@code KafkaEndpoints}: where calls come from, and where results, late calls and dead letters go. */
package io.github.sfcrime.job.kafka;
