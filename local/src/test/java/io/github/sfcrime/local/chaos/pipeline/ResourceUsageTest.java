package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.process.Daemon;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResourceUsageTest {

    @Test
    void aHeapOfRegionsIsOneFigure() {
        String said = """
                4711:
                 garbage-first heap   total 262144K, used 23456K [0x0000000700000000, 0x0000000800000000)
                  region size 2048K, 5 young (10240K), 1 survivors (2048K)
                 Metaspace       used 61234K, committed 61888K, reserved 1114112K
                  class space    used 7123K, committed 7424K, reserved 1048576K
                """;

        assertThat(ResourceUsage.heapKib(said)).isEqualTo(23456);
        assertThat(ResourceUsage.metaspaceKib(said)).isEqualTo(61234);
    }

    @Test
    void aHeapOfGenerationsIsTheirSum() {
        String said = """
                4711:
                 def new generation   total 9216K, used 1000K [0x0, 0x1, 0x2)
                  eden space 8192K,  12% used [0x0, 0x1, 0x2)
                 tenured generation   total 20480K, used 500K [0x0, 0x1, 0x2)
                 Metaspace       used 61234K, committed 61888K, reserved 1114112K
                """;

        assertThat(ResourceUsage.heapKib(said)).isEqualTo(1500);
    }

    @Test
    void aProcessTellsWhatItHolds() throws InterruptedException {
        ResourceUsage usage =
                ResourceUsage.of(new Daemon("this", ProcessHandle.current().pid(), Instant.now()));

        assertThat(usage.process()).isEqualTo("this");
        assertThat(usage.heapKib()).isPositive();
        assertThat(usage.metaspaceKib()).isPositive();
        assertThat(usage.jobClassLoaders()).isZero();
    }
}
