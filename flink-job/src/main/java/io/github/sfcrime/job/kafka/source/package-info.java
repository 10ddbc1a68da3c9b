/**
 * Reads calls from Kafka. A {@code CallSource} is the connector's {@code KafkaSource} with readers of its own.
 * Enumerator, boundedness and all state are the connector's (what is kept beside is in {@code CallSourceState}), so that
 * savepoints do not know of the following.
 *
 * <ol>
 *   <li>A thread of Flink's polls Kafka, puts up to 1,000 records of one partition into a {@code RecordBatch}, whose values
 *       still lie in what was fetched, and queues it: {@code BatchReading} makes it of the connector's parts.
 *   <li>The task's thread takes one batch at a time. To the connector this is one record, the last of them: its offset is what
 *       a checkpoint keeps when the batch has gone on. A barrier falls between two batches, so exactly once is as it is for
 *       single records.
 *   <li>{@code ReadCalls} decodes them in one loop, and the operators chained to the source go over the batch in loops of
 *       theirs: the compiler makes more of a short loop, and polling, metrics and watermarks cost their price once for each
 *       batch.
 *   <li>The batch's timestamp is the latest among its calls that could be read, as watermarks look at nothing else. Which
 *       calls are late is decided call by call behind it, by the watermark of the call's own partition.
 *   <li>Each call still has its record, and leaves whole where it is late or a dead letter.
 * </ol>
 *
 * <p>Decoding is the task's, not the polling thread's, so that objects stay with the thread that made them and a failure to
 * ask the registry ends the task like any other. Metrics count calls, not batches ({@code CallMetrics}); the gauges of offsets
 * and of pending records are the connector's.
 *
 * <p>{@code --max-records-per-second} is a {@code CallRate}, of which each reader takes its share by the number of readers that
 * there are. It counts calls; batches are small enough for ten a second, and in between the reader says that it has nothing
 * ({@code Pace}), so that barriers pass.
 */
package io.github.sfcrime.job.kafka.source;
