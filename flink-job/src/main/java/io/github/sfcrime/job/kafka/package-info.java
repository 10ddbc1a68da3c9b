/** The one room that knows the Kafka connector: the source of calls and the sinks. */
package io.github.sfcrime.job.kafka;
