package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A loader and a job that run without end on a stack, on topics of their own. */
public final class Pipeline implements AutoCloseable {

    private static final int RESULT_PARTITIONS = 2;
    private static final Topic[] RESULTS = {Topic.CRIME_COUNTS, Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER};

    private final Stack stack;
    private final PipelineSettings settings;
    private final Admin admin;
    private final RunningLoader loader;
    private final RunningJob job;
    private final Comparison comparison;
    private final CommittedRows rows;
    private final Watermarks watermarks = new Watermarks();
    private final Watch watch;

    private Pipeline(Stack stack, PipelineSettings settings, Admin admin, SentCalls sent, Path calls, String group)
            throws IOException {
        this.stack = stack;
        this.settings = settings;
        this.admin = admin;
        loader = new RunningLoader(
                stack, calls, settings.rate(), settings.folder().resolve("loader.log"));
        job = new RunningJob(stack, settings.delivery(), group, otherSinks(settings));
        comparison = new Comparison(stack.bootstrapServers(), settings, admin, job, sent);
        rows = new CommittedRows(stack.bootstrapServers());
        List<Watch.Look> looks = new ArrayList<>(comparison.looks());
        looks.add(() -> watermarks.look(stack.metrics()));
        watch = new Watch(looks);
    }

    private static List<String> otherSinks(PipelineSettings settings) throws IOException {
        if (settings.postgres() == null) {
            return List.of();
        }
        Path config = settings.folder().resolve("postgres.properties");
        Files.writeString(config, "url=" + settings.postgres() + System.lineSeparator());
        return List.of("--sink", "kafka,postgres", "--postgres-config", config.toString());
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
        return comparison.recordsIn();
    }

    /** What the processes and the job's checkpoints hold now. */
    public StackUsage usage() throws InterruptedException {
        return StackUsage.of(stack, job.id());
    }

    /** Where the job writes its checkpoints. */
    public Path checkpoints() {
        return stack.directory().resolve("cluster/checkpoints").resolve(job.id());
    }

    /** How many calls the loader sends per second. */
    public int callsPerSecond() {
        return settings.rate();
    }

    /** Up to when windows are closed by the calls that are in the topic now. */
    public LocalDateTime closedUpTo() {
        comparison.readCalls();
        return comparison.closedUpTo();
    }

    /** How many rows are committed, as of the latest look. */
    public long rowsOut() {
        return comparison.rowsOut();
    }

    /** How long after that time committed rows came again. */
    public Duration rowsAgainAfter(long nanos) {
        return rows.untilAgain(nanos);
    }

    /** The offsets that the job has committed, as of now. */
    public CommittedOffsets committedOffsets() throws ExecutionException, InterruptedException {
        return comparison.committedOffsets();
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
        long more = comparison.readCalls() + settings.rate();
        Await.until("more calls", () -> {
            loader.ensureRunning();
            return comparison.readCalls() >= more;
        });
        Await.until("a checkpoint of all calls up to " + comparison.ends(), () -> {
            loader.ensureRunning();
            job.isRunning();
            return comparison.committed();
        });
    }

    /** What is not as it must be, once that has had time to come about. */
    public List<String> differences() throws InterruptedException {
        List<String> all = new ArrayList<>(comparison.differences());
        all.addAll(watermarks.differences());
        all.addAll(watch.differences());
        return all;
    }

    /** Stops the loader, waits for the rest, compares once more, and stops the job to compare its outcomes too. */
    public List<String> differencesAtEnd() throws InterruptedException {
        loader.stop();
        Await.until("a running job", job::isRunning);
        comparison.readCalls();
        Await.until("a checkpoint of all calls up to " + comparison.ends(), comparison::committed);
        List<String> all = differences();
        all.addAll(comparison.sentDifferences());
        job.stop();
        all.addAll(comparison.outcomeDifferences());
        return all;
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

    /** Ends the loader, and removes the topics, and the table where there is one; the job must have ended. */
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
            comparison.removeTable();
        } catch (ExecutionException | SQLException e) {
            throw new ChaosFailure("cannot remove topics and table: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        loader.close();
        watch.close();
        rows.close();
        comparison.close();
        admin.close();
    }
}
