package io.github.sfcrime.local.demo;

import io.github.sfcrime.local.Waiting;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.LoadSummary;
import io.github.sfcrime.local.stack.Stack;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** One run of the demo: calls are loaded while Flink starts, then the job runs and its results are shown. */
final class DemoRun implements AutoCloseable {

    private static final long POLL_MILLIS = 200;
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(3);
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(1);

    private final DemoSettings settings;
    private final DemoScreen screen;
    private final Stack stack;
    private final DemoLoad load;

    DemoRun(DemoSettings settings, DemoScreen screen) {
        this.settings = settings;
        this.screen = screen;
        stack = Stack.temporary();
        screen.say("starting a Kafka broker and a Flink cluster in " + stack.directory());
        load = new DemoLoad(settings, stack);
    }

    /** Loads all calls, counts them and prints every row. */
    int untilDone() throws Exception {
        startCluster();
        LoadSummary loaded = loaded();
        if (loaded.sent() == 0) {
            return loaded.exitCode();
        }
        DemoJob job = DemoJob.submit(stack, settings, load.topic(), true);
        try (ResultsReader results = screen.everyRow(stack.bootstrapServers(), settings.query())) {
            while (!job.isFinished()) {
                pause(results);
            }
            results.finish();
            JobOutcomes outcomes = job.outcomesAtEnd();
            screen.sumUp(loaded, outcomes, results, settings.query());
            return verdict(loaded, outcomes, results);
        }
    }

    /**
     * Counts while calls are being loaded, shows windows as they close, and prints a summary when all are counted.
     *
     * @param stay whether to keep the stack running after that, until interrupted
     */
    int live(boolean stay) throws Exception {
        startCluster();
        DemoJob job = DemoJob.submit(stack, settings, load.topic(), false);
        try (ResultsReader results = screen.live(stack.bootstrapServers(), settings.query())) {
            while (!load.isDone() && !job.isFinished()) {
                pause(results);
            }
            LoadSummary loaded = load.summary();
            if (loaded.sent() == 0) {
                return loaded.exitCode();
            }
            JobOutcomes outcomes = settled(job, loaded, results);
            results.finish();
            screen.sumUp(loaded, outcomes, results, settings.query());
            screen.sayWhereMoreIs(stack, settings.query(), stay);
            if (stay) {
                new CountDownLatch(1).await();
            }
            return verdict(loaded, outcomes, results);
        }
    }

    @Override
    public void close() {
        load.close();
        stack.close();
    }

    private void startCluster() throws InterruptedException {
        int slots = Math.max(2, settings.parallelism());
        ClusterSettings cluster =
                ClusterSettings.onFreePort().with("taskmanager.numberOfTaskSlots", Integer.toString(slots));
        if (settings.isShort()) {
            cluster = cluster.with("env.java.opts.taskmanager", JavaCommand.COMPILED_ONCE);
        }
        try (Waiting waiting = Waiting.on("waiting for both")) {
            stack.startCluster(cluster);
        }
        screen.say("Flink's dashboard is at " + stack.rest().url());
    }

    private LoadSummary loaded() throws InterruptedException {
        try (Waiting waiting = Waiting.on("loading")) {
            return load.summary();
        }
    }

    /** The outcomes once all calls have passed them and no more rows come of it. */
    private JobOutcomes settled(DemoJob job, LoadSummary loaded, ResultsReader results) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        long unchangedSince = System.nanoTime();
        JobOutcomes last = job.outcomesNow();
        while (!job.isFinished()) {
            pause(results);
            JobOutcomes now = job.outcomesNow();
            long time = System.nanoTime();
            if (!now.equals(last) || now.in() < loaded.sent() || results.rows() < now.results()) {
                last = now;
                unchangedSince = time;
            }
            boolean moving = now.in() < loaded.sent();
            if (time - unchangedSince > SETTLED_AFTER.toNanos() || (!moving && time > deadline)) {
                return now;
            }
            deadline = moving ? time + SETTLES_WITHIN.toNanos() : deadline;
        }
        return last;
    }

    private static void pause(ResultsReader results) throws InterruptedException {
        results.check();
        Thread.sleep(POLL_MILLIS);
    }

    private int verdict(LoadSummary loaded, JobOutcomes outcomes, ResultsReader results) {
        boolean complete = loaded.addsUp() && outcomes.addUp() && outcomes.in() == loaded.sent();
        if (!complete || results.rows() != outcomes.results()) {
            screen.say("sfcrime: the numbers above do not add up: see the logs, or run again");
            return 1;
        }
        return loaded.exitCode();
    }
}
