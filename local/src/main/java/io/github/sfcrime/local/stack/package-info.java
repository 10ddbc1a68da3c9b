/** A Kafka broker and a Flink session cluster as real processes of one machine, without Docker. */
package io.github.sfcrime.local.stack;
