package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.Differences;
import io.github.sfcrime.local.chaos.oracle.Expectation;
import io.github.sfcrime.local.chaos.oracle.Oracle;
import io.github.sfcrime.local.chaos.oracle.Written;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

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
    CommittedOffsets committedOffsets() throws ExecutionException, InterruptedException {
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
                now.addAll(Differences.between(expected, written, settings.delivery()));
                found.add(now);
                return now.isEmpty() || found.size() > LOOKS;
            });
        } catch (ChaosFailure unread) {
            return List.of(String.valueOf(unread.getMessage()));
        }
        return found.get(found.size() - 1);
    }

    /** What was not sent though later calls were, once nothing is sent any more. */
    List<String> sentDifferences() {
        return sent.differencesAtEnd();
    }

    /** What is not as it must be in the outcomes of the job, which was stopped. */
    List<String> outcomeDifferences() throws InterruptedException {
        String wanted = outcomes(
                expected.records(),
                expected.counted(),
                expected.late().size(),
                expected.deadLetters(),
                expected.fromFuture());
        List<String> found = new ArrayList<>();
        try {
            Await.until("outcomes that add up", () -> {
                found.add(outcomes(
                        job.numberAtEnd("callsIn"),
                        job.numberAtEnd("callsCounted"),
                        job.numberAtEnd("callsLate"),
                        job.numberAtEnd("callsDeadLetter"),
                        job.numberAtEnd("callsFromFuture")));
                return found.get(found.size() - 1).equals(wanted) || found.size() > LOOKS;
            });
        } catch (ChaosFailure unread) {
            return List.of(String.valueOf(unread.getMessage()));
        }
        String last = found.get(found.size() - 1);
        return last.equals(wanted) ? List.of() : List.of("outcomes are " + last + ", not " + wanted);
    }

    private static String outcomes(long in, long counted, long late, long deadLetter, long fromFuture) {
        return String.format(
                Locale.ROOT,
                "%,d in = %,d counted + %,d late + %,d dead letter + %,d from the future",
                in,
                counted,
                late,
                deadLetter,
                fromFuture);
    }

    @Override
    public void close() {
        calls.close();
        results.close();
    }
}
