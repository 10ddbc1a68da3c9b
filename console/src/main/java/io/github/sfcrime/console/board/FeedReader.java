package io.github.sfcrime.console.board;

import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.UnknownTopicException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Reads a topic for the board, and starts again when the topic or its broker was away. */
final class FeedReader implements AutoCloseable, Runnable {

    private final Feed feed;
    private final Supplier<TopicReader> topic;
    private final Duration againAfter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable TopicReader current;

    /** Reads what {@code topic} opens, and opens it again that long after it was lost. */
    FeedReader(Feed feed, Supplier<TopicReader> topic, Duration againAfter) {
        this.feed = feed;
        this.topic = topic;
        this.againAfter = againAfter;
    }

    @Override
    public void run() {
        try {
            do {
                readUntilLost();
            } while (!closed.await(againAfter.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilLost() {
        try (TopicReader reader = topic.get()) {
            current = reader;
            if (closed.getCount() > 0) {
                read(reader);
            }
        } catch (UnknownTopicException e) {
            feed.phase(SourceState.Phase.missing);
        } catch (KafkaException | IOException e) {
            feed.phase(SourceState.Phase.away);
        } finally {
            current = null;
        }
    }

    private void read(TopicReader reader) throws IOException {
        feed.clear();
        feed.phase(SourceState.Phase.reading);
        reader.readToEnd(feed::take);
        feed.phase(SourceState.Phase.live);
        reader.follow(feed::take);
    }

    @Override
    public void close() {
        closed.countDown();
        TopicReader reader = current;
        if (reader != null) {
            reader.stop();
        }
    }
}
