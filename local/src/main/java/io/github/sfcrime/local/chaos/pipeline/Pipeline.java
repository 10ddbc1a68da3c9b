package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.chaos.oracle.Differences;
import io.github.sfcrime.local.chaos.oracle.Expectation;
import io.github.sfcrime.local.chaos.oracle.Oracle;
import io.github.sfcrime.local.chaos.oracle.Written;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A loader and a job that run without end on a stack, and what they must have arrived at. */
public final class Pipeline implements AutoCloseable {

    /** How often what is not there yet is looked for, a tenth of a second apart. */
    private static final int LOOKS = 300;

    private static final int RESULT_PARTITIONS = 2;
    private static final Topic[] RESULTS = {Topic.CRIME_COUNTS, Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER};

    private final Stack stack;
    private final PipelineSettings settings;
    private final Admin admin;
    private final RunningLoader loader;
    private final RunningJob job;
    private final SentCalls sent;
    private final CallTopic calls;
    private final ResultTopics results;
    private final CommittedRows rows;
    private final CommittedOffsets committed = new CommittedOffsets();
    private Expectation expected = new Oracle(PipelineSettings.WATERMARK_BOUND).expectation();
    private Written written = new Written();

    private Pipeline(Stack stack, PipelineSettings settings, Admin admin, SentCalls sent, Path calls, String group) {
        this.stack = stack;
        this.settings = settings;
        this.admin = admin;
        this.sent = sent;
        loader = new RunningLoader(
                stack, calls, settings.rate(), settings.folder().resolve("loader.log"));
        job = new RunningJob(stack, settings.delivery(), group);
        this.calls = new CallTopic(stack.bootstrapServers(), sent, PipelineSettings.WATERMARK_BOUND);
        results = new ResultTopics(stack.bootstrapServers());
        rows = new CommittedRows(stack.bootstrapServers());
    }

    /**
     * Makes the topics and the calls, and starts loader and job.
     *
     * @param attempt which one it is on this stack, from 0; each has calls of its own
     */
    public static Pipeline start(Stack stack, PipelineSettings settings, int attempt)
            throws InterruptedException, IOException {
        Path calls = settings.folder().resolve("calls-" + attempt + ".jsonl");
        stack.load(List.of(
                "generate",
                "--records",
                Long.toString(settings.calls()),
                "--seed",
                Long.toString(settings.seed() + attempt),
                "--output",
                calls.toString()));
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        Topics.createIfMissing(admin, Topic.CRIME_DATA, PipelineSettings.PARTITIONS);
        for (Topic topic : RESULTS) {
            Topics.createIfMissing(admin, topic, RESULT_PARTITIONS);
        }
        Pipeline pipeline = new Pipeline(stack, settings, admin, SentCalls.of(calls), calls, "chaos-" + attempt);
        pipeline.loader.ensureRunning();
        pipeline.job.submit(PipelineSettings.PARALLELISM, null);
        pipeline.awaitCaughtUp();
        return pipeline;
    }

    public Stack stack() {
        return stack;
    }

    public Admin admin() {
        return admin;
    }

    public RunningLoader loader() {
        return loader;
    }

    public RunningJob job() {
        return job;
    }

    /** How many records there are in the topic of calls, and how many rows, as of the latest look. */
    public long recordsIn() {
        return expected.records();
    }

    /** How many rows are committed, as of the latest look. */
    public long rowsOut() {
        return written.number();
    }

    /** How long after that time committed rows came again. */
    public Duration rowsAgainAfter(long nanos) {
        return rows.untilAgain(nanos);
    }

    /** The offsets that the job has committed, as of now. */
    public CommittedOffsets committedOffsets() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(job.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> byPartition = new HashMap<>();
        offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset.offset()));
        committed.are(byPartition);
        return committed;
    }

    /**
     * Waits until the job runs, and a checkpoint covers all that is in the topic of calls then and some calls that have
     * come since.
     *
     * @throws JobEndedException if the job ends instead
     */
    public void awaitCaughtUp() throws InterruptedException {
        Await.until("a running job", () -> {
            loader.ensureRunning();
            return job.isRunning();
        });
        calls.readOn();
        long more = sent.read() + settings.rate();
        Await.until("more calls", () -> {
            loader.ensureRunning();
            expected = calls.readOn();
            return sent.read() >= more;
        });
        Await.until("a checkpoint of all calls up to " + expected.ends(), () -> {
            loader.ensureRunning();
            job.isRunning();
            return committedOffsets().cover(expected.ends());
        });
    }

    /** What is not as it must be, once that has had time to come about. */
    public List<String> differences() throws InterruptedException {
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

    /** Stops the loader, waits for the rest, compares once more, and stops the job to compare its outcomes too. */
    public List<String> differencesAtEnd() throws InterruptedException {
        loader.stop();
        Await.until("a running job", job::isRunning);
        expected = calls.readOn();
        Await.until(
                "a checkpoint of all calls up to " + expected.ends(),
                () -> committedOffsets().cover(expected.ends()));
        List<String> all = new ArrayList<>(differences());
        all.addAll(sent.differencesAtEnd());
        job.stop();
        all.addAll(outcomeDifferences());
        return all;
    }

    private List<String> outcomeDifferences() {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
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

    /** Whether the job has ended by itself, and why. */
    public String awaitEndOfJob() throws InterruptedException {
        try {
            Await.until("the end of the job", () -> {
                job.isRunning();
                return false;
            });
        } catch (JobEndedException e) {
            return String.valueOf(e.getMessage());
        }
        throw new ChaosFailure("the job goes on");
    }

    /** Ends loader and job, and removes the topics. */
    public void remove() throws InterruptedException {
        loader.kill();
        try {
            admin.deleteTopics(List.of(
                            Topic.CRIME_DATA.name(),
                            Topic.CRIME_COUNTS.name(),
                            Topic.CRIME_DATA_LATE.name(),
                            Topic.CRIME_DATA_DEAD_LETTER.name()))
                    .all()
                    .get();
            Await.until(
                    "no topic of calls", () -> !admin.listTopics().names().get().contains(Topic.CRIME_DATA.name()));
        } catch (ExecutionException e) {
            throw new ChaosFailure("cannot remove the topics: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        loader.close();
        rows.close();
        calls.close();
        results.close();
        admin.close();
    }
}
