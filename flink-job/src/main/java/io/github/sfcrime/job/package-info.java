/** The Flink job: counts calls for service in event-time windows. */
package io.github.sfcrime.job;
