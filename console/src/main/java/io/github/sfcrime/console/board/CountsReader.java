package io.github.sfcrime.console.board;

import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.console.topic.UnknownTopicException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Reads the topic of counts for the board, and starts again when the topic or its broker was away. */
final class CountsReader implements AutoCloseable, Runnable {

    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final Board board;
    private final Supplier<TopicReader> topic;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable TopicReader current;

    CountsReader(Board board, Supplier<TopicReader> topic) {
        this.board = board;
        this.topic = topic;
    }

    @Override
    public void run() {
        try {
            do {
                readUntilLost();
            } while (!closed.await(AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS));
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
            board.phase(SourceState.Phase.missing);
        } catch (KafkaException | IOException e) {
            board.phase(SourceState.Phase.away);
        } finally {
            current = null;
        }
    }

    private void read(TopicReader reader) throws IOException {
        board.clear();
        board.phase(SourceState.Phase.reading);
        RecordHandler handler = this::take;
        reader.readToEnd(handler);
        board.phase(SourceState.Phase.live);
        reader.follow(handler);
    }

    private void take(TopicRecord record) {
        CountRow.of(record).ifPresentOrElse(board::put, board::skip);
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
