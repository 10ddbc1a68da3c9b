package io.github.sfcrime.loader.send;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports when a topic has accepted no call for a while although there are some, and when it does again. */
final class StallWatch implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

    private final CallSender sender;
    private final String topic;
    private final Consumer<String> remarks;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stalls");
        thread.setDaemon(true);
        return thread;
    });
    private long seen;
    private boolean wasWaiting;
    private boolean told;

    private StallWatch(CallSender sender, String topic, Consumer<String> remarks) {
        this.sender = sender;
        this.topic = topic;
        this.remarks = remarks;
    }

    static StallWatch start(CallSender sender, String topic, Consumer<String> remarks) {
        StallWatch watch = new StallWatch(sender, topic, remarks);
        long every = LOOKS_EVERY.toMillis();
        var unused = watch.clock.scheduleAtFixedRate(watch::look, every, every, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        long acknowledged = sender.acknowledged();
        boolean stalled = wasWaiting && sender.isWaiting() && acknowledged == seen;
        if (stalled && !told) {
            remarks.accept("topic " + topic + " takes no calls: waiting for its broker");
        } else if (told && !stalled) {
            remarks.accept("topic " + topic + " takes calls again");
        }
        told = stalled;
        wasWaiting = sender.isWaiting();
        seen = acknowledged;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
