package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;

/** Follows the committed rows on a thread of its own, to know when they come. */
final class CommittedRows implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Silence silence = new Silence();
    private volatile boolean closed;

    CommittedRows(String bootstrapServers) {
        thread.execute(() -> follow(bootstrapServers));
    }

    private void follow(String bootstrapServers) {
        try (CommittedTopic rows = new CommittedTopic(bootstrapServers, Topic.CRIME_COUNTS.name())) {
            rows.skip();
            while (!closed) {
                follow(rows);
            }
        }
    }

    private void follow(CommittedTopic rows) {
        try {
            if (rows.poll(record -> {})) {
                silence.rowsAt(System.nanoTime());
            }
        } catch (KafkaException away) {
            // The broker is, for a while: rows come when it is back.
        }
    }

    /** How long after that time rows came again. */
    Duration untilAgain(long nanos) {
        return silence.endAfter(nanos);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
