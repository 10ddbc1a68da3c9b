/** Reports on a running job, from Flink's REST interface and Kafka's offsets. */
package io.github.sfcrime.console.progress;
