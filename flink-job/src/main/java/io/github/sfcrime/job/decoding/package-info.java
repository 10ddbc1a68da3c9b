/** Reads the fields that the job counts by out of Kafka's records, by a plan made from the writer's schema. */
package io.github.sfcrime.job.decoding;
