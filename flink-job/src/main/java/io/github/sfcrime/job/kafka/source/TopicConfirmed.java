package io.github.sfcrime.job.kafka.source;

import org.apache.flink.api.connector.source.SourceEvent;

/** Tells a reader that the topic is the one that its offsets are of. */
final class TopicConfirmed implements SourceEvent {

    private static final long serialVersionUID = 1;
}
