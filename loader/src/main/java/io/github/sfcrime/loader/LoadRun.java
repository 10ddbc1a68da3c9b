package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.order.DuplicateCount;
import io.github.sfcrime.loader.order.PaceOptions;
import io.github.sfcrime.loader.send.Delivery;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;

/** One load: reads, sends, and has a summary at any time. */
final class LoadRun {

    private final Loading loading;
    private final Delivery delivery;
    private final DuplicateCount duplicates;
    private final Stopwatch stopwatch = new Stopwatch();

    LoadRun(Loading loading, Delivery delivery, PaceOptions pace) {
        this.loading = loading;
        this.delivery = delivery;
        duplicates = new DuplicateCount(delivery.sink(pace::paced));
    }

    /** Loads; when interrupted, it still sends the calls that it has taken. */
    void run(List<CallSource> sources) throws IOException, InterruptedException {
        try {
            loading.read(sources, duplicates);
            stopwatch.split();
            loading.send(duplicates);
            delivery.finish();
        } catch (InterruptedIOException | ClosedByInterruptException | InterruptException e) {
            // The flag is set again by some of these, and would interrupt the flush.
            boolean unused = Thread.interrupted();
            delivery.flush();
            throw e;
        } finally {
            stopwatch.stop();
        }
    }

    SendSummary summary(String topic) {
        return new SendSummary(
                topic,
                loading.recordsRead(),
                delivery.sent(),
                delivery.sentBefore(),
                loading.rejected(),
                loading.isInFileOrder() ? null : duplicates.count(),
                times());
    }

    private StepTimes times() {
        if (loading.isInFileOrder()) {
            return new StepTimes(0, 0, stopwatch.firstSeconds() + stopwatch.secondSeconds());
        }
        double sort = loading.sortSeconds();
        return new StepTimes(stopwatch.firstSeconds() - sort, sort, stopwatch.secondSeconds());
    }
}
