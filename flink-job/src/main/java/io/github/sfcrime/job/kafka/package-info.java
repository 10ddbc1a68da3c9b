/** The only package that uses the Kafka connector: the source of calls and the sinks. */
package io.github.sfcrime.job.kafka;
