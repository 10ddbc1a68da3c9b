package io.github.sfcrime.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.chaos.pipeline.ResourceUsage;
import io.github.sfcrime.local.chaos.pipeline.StackUsage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageLogTest {

    private final UsageLog log = new UsageLog();

    @Test
    void aLineTellsTheFirstTheLastAndTheMost() {
        log.add(Duration.ZERO, usage(50 << 10, 4 << 10));
        log.add(Duration.ofSeconds(30), usage(70 << 10, 8 << 10));
        log.add(Duration.ofSeconds(60), usage(52 << 10, 5 << 10));

        assertThat(log.lines())
                .containsExactly(
                        "jobmanager at first, at last, at most: heap 50, 52, 70 MiB, metaspace 80, 80, 80 MiB,"
                                + " job class loaders 1, 1, 1, threads 90, 90, 90, files 300, 300, 300",
                        "checkpoints at first, at last, at most: state 4, 5, 8 KiB, files 6, 6, 6, temporary files 2, 2, 2");
    }

    @Test
    void whatWasNeverLookedAtIsNotTold() {
        assertThat(log.lines()).isEmpty();
    }

    private static StackUsage usage(long heapKib, long checkpointBytes) {
        return new StackUsage(
                List.of(new ResourceUsage("jobmanager", heapKib, 80 << 10, 1, 90, 300)), checkpointBytes, 6, 2);
    }
}
