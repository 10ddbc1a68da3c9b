package io.github.sfcrime.local.chaos.injection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.local.chaos.pipeline.ChaosFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JobManager's log tells of checkpoints from now on, at once; its REST interface is seconds behind. */
final class CheckpointLog {

    private static final Pattern TRIGGERED = Pattern.compile("Triggering checkpoint (\\d+) \\(type=CheckpointType");
    private static final long POLL_MILLIS = 2;

    private final Path log;
    private final long from;

    CheckpointLog(Path log) {
        this.log = log;
        from = log.toFile().length();
    }

    /** Waits until one is triggered, and returns its number; empty if none is in time. */
    OptionalLong awaitTriggered(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < deadline) {
            Matcher line = TRIGGERED.matcher(written());
            if (line.find()) {
                return OptionalLong.of(Long.parseLong(line.group(1)));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return OptionalLong.empty();
    }

    /** Waits until that one is complete; false if it is not in time. */
    boolean awaitCompleted(long checkpoint, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!isCompleted(checkpoint)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    boolean isCompleted(long checkpoint) {
        return written().contains("Completed checkpoint " + checkpoint + " for job");
    }

    private String written() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new ChaosFailure("cannot read " + log + ": " + e.getMessage(), e);
        }
    }
}
