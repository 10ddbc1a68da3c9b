package io.github.sfcrime.local.demo;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.CommonClientConfigs;

/** Reads a topic of results in the background and prints the rows. */
final class ResultsReader implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final TopicReader reader;
    private final Writing writing;
    private final Future<Long> following;

    private ResultsReader(TopicReader reader, Writing writing) {
        this.reader = reader;
        this.writing = writing;
        following = thread.submit(() -> reader.follow(writing));
    }

    /** Begins to read the topic, and goes on as rows are added. */
    static ResultsReader of(String bootstrapServers, String topic, RecordWriter writer) {
        Map<String, String> settings = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new ResultsReader(TopicReader.open(settings, topic), new Writing(writer));
    }

    /** How many rows have come. */
    long rows() {
        return writing.rows.get();
    }

    /** The sum of all rows' counts. */
    long sum() {
        return writing.sum.get();
    }

    /** Fails if printing has failed. */
    void check() throws InterruptedException {
        if (following.isDone()) {
            result();
        }
    }

    /** Reads to the current end of the topic, and prints the rows that are still buffered. */
    void finish() throws IOException, InterruptedException {
        reader.stop();
        result();
        reader.readToEnd(writing);
        writing.writer.close();
    }

    @Override
    public void close() {
        reader.stop();
        thread.shutdown();
        try {
            following.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // Reported by finish or check.
        }
        reader.close();
    }

    private void result() throws InterruptedException {
        try {
            following.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
            throw new StackFailure(
                    "cannot show the results: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
        }
    }

    /** Prints rows and adds up their counts. */
    private static final class Writing implements RecordHandler {

        private final RecordWriter writer;
        private final AtomicLong rows = new AtomicLong();
        private final AtomicLong sum = new AtomicLong();

        Writing(RecordWriter writer) {
            this.writer = writer;
        }

        @Override
        public void handle(TopicRecord record) throws IOException {
            Row row = Row.of(record);
            writer.write(row);
            int count = row.names().indexOf("count");
            if (count >= 0 && row.values().get(count) instanceof Number number) {
                sum.addAndGet(number.longValue());
            }
            rows.incrementAndGet();
        }

        @Override
        public void caughtUp() throws IOException {
            writer.flush();
        }
    }
}
