/** Delivery of calls to Kafka: at least once, or exactly once over any number of starts. */
package io.github.sfcrime.loader.send;
