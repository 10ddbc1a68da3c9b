package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.Differences;
import io.github.sfcrime.local.chaos.oracle.Expectation;
import io.github.sfcrime.local.chaos.oracle.Oracle;
import io.github.sfcrime.local.chaos.oracle.Written;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What a pipeline has written and committed, beside what it must have, by the calls that are in the topic. */
final class Comparison implements AutoCloseable {

    /** How often what is not there yet is looked for, a tenth of a second apart. */
    private static final int LOOKS = 300;

    private final PipelineSettings settings;
    private final Admin admin;
    private final RunningJob job;
    private final SentCalls sent;
    private final CallTopic calls;
    private final ResultTopics results;
    private final @Nullable ResultTable table;
    private final CommittedOffsets committed = new CommittedOffsets();
    private Expectation expected = new Oracle(PipelineSettings.WATERMARK_BOUND).expectation();
    private Written written = new Written();

    Comparison(String bootstrapServers, PipelineSettings settings, Admin admin, RunningJob job, SentCalls sent) {
        this.settings = settings;
        this.admin = admin;
        this.job = job;
        this.sent = sent;
        calls = new CallTopic(bootstrapServers, sent, PipelineSettings.WATERMARK_BOUND);
        results = new ResultTopics(bootstrapServers);
        table = settings.postgres() == null ? null : new ResultTable(settings.postgres());
    }

    /** Reads the calls that have come, which makes an expectation of all, and returns how many were sent. */
    long readCalls() {
        expected = calls.readOn();
        return sent.read();
    }

    /** How many records there are in the topic of calls, as of the latest look. */
    long recordsIn() {
        return expected.records();
    }

    /** Up to when windows are closed, as of the latest look. */
    LocalDateTime closedUpTo() {
        return expected.closed();
    }

    /** How many rows are committed, as of the latest look. */
    long rowsOut() {
        return written.number();
    }

    /** Where the partitions of calls ended at the latest look. */
    Map<Integer, Long> ends() {
        return expected.ends();
    }

    /** Whether a checkpoint covers all calls of the latest look. */
    boolean committed() throws ExecutionException, InterruptedException {
        return committedOffsets().cover(expected.ends());
    }

    /** The offsets that the job has committed, as of now. */
    synchronized CommittedOffsets committedOffsets() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(job.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> byPartition = new HashMap<>();
        offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset.offset()));
        committed.are(byPartition);
        return committed;
    }

    /** What is not as it must be, once that has had time to come about. */
    List<String> differences() throws InterruptedException {
        List<List<String>> found = new ArrayList<>();
        try {
            Await.until("rows as expected", () -> {
                written = results.readOn();
                List<String> now = new ArrayList<>(calls.differences());
                now.addAll(committed.differences());
                now.addAll(job.differences());
                now.addAll(Differences.between(expected, written, settings.delivery()));
                now.addAll(tableDifferences());
                found.add(now);
                return now.isEmpty() || found.size() > LOOKS;
            });
        } catch (ChaosFailure unread) {
            return List.of(String.valueOf(unread.getMessage()));
        }
        return found.get(found.size() - 1);
    }

    private List<String> tableDifferences() throws SQLException {
        if (table == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        Differences.betweenRows(expected, table.read()).forEach(line -> all.add("in PostgreSQL: " + line));
        all.addAll(table.differences());
        return all;
    }

    /** Looks at what must not go back or change. */
    List<Watch.Look> looks() {
        return table == null ? List.of(this::committedOffsets) : List.of(this::committedOffsets, table::read);
    }

    /** Removes the table, where there is one. */
    void removeTable() throws SQLException {
        if (table != null) {
            table.drop();
        }
    }

    /** What was not sent though later calls were, once nothing is sent any more. */
    List<String> sentDifferences() {
        return sent.differencesAtEnd();
    }

    /** What is not as it must be in the outcomes of the job, which was stopped. */
    List<String> outcomeDifferences() throws InterruptedException {
        Outcomes wanted = Outcomes.of(expected);
        try {
            Outcomes found = job.outcomesAtEnd(wanted::equals);
            return found.equals(wanted) ? List.of() : List.of("outcomes are " + found + ", not " + wanted);
        } catch (ChaosFailure unread) {
            return List.of(String.valueOf(unread.getMessage()));
        }
    }

    @Override
    public void close() {
        calls.close();
        results.close();
    }
}
