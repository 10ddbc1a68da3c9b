package io.github.sfcrime.local.demo;

import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.LoadSummary;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** Starts the broker and loads the demo's calls, synthetic ones or a file's, in the background. */
final class DemoLoad implements AutoCloseable {

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final DemoSettings settings;
    private final Stack stack;
    private final Future<String> topic;
    private final Future<Path> input;
    private final Future<LoadSummary> load;

    DemoLoad(DemoSettings settings, Stack stack) {
        this.settings = settings;
        this.stack = stack;
        topic = background.submit(this::createTopic);
        input = background.submit(this::input);
        load = background.submit(this::load);
    }

    boolean isDone() {
        return load.isDone();
    }

    /** Waits for the topic, which can be read while calls are being loaded. */
    String topic() throws InterruptedException {
        return await(topic);
    }

    /** Waits for all calls to be in the topic. */
    LoadSummary summary() throws InterruptedException {
        return await(load);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private String createTopic() throws InterruptedException {
        BrokerSettings broker = BrokerSettings.onFreePort();
        stack.startBroker(settings.isShort() ? broker.jvm(JavaCommand.COMPILED_ONCE) : broker);
        try (Admin admin =
                Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()))) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, settings.partitions());
        }
        return Topic.CRIME_DATA.name();
    }

    private Path input() throws InterruptedException {
        return settings.input().isPresent() ? settings.input().get() : makeUpCalls();
    }

    /** Writes them to a file, which the loader then reads like any other. */
    private Path makeUpCalls() throws InterruptedException {
        Path file = stack.directory().resolve("calls.jsonl.gz");
        List<String> arguments = new ArrayList<>(List.of(
                "generate", "--quiet", "--records", Long.toString(settings.records()), "--output", file.toString()));
        if (settings.query().needsStages()) {
            arguments.add("--stages");
        }
        if (settings.query().needsUpdates()) {
            arguments.add("--updates");
        }
        if (settings.query().needsBursts()) {
            arguments.add("--bursts");
        }
        LoadSummary made = run(arguments);
        if (made.exitCode() != 0) {
            throw new StackFailure("cannot generate calls: the generator ended with exit code " + made.exitCode());
        }
        return file;
    }

    private LoadSummary load() throws InterruptedException {
        String target = topic();
        return run(List.of(
                "load",
                // The demo shows by itself that it waits.
                "--no-progress",
                "-b",
                stack.bootstrapServers(),
                "-t",
                target,
                "--order",
                order(),
                await(input).toString()));
    }

    /** Updates are made in the order in which a source tells them; by event time each call would be closed at once. */
    private String order() {
        return settings.input().isEmpty() && settings.query().needsUpdates() ? "file" : "event-time";
    }

    private LoadSummary run(List<String> arguments) throws InterruptedException {
        return settings.isShort() ? stack.load(arguments, JavaCommand.COMPILED_ONCE) : stack.load(arguments);
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
