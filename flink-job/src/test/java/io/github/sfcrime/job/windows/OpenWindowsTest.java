package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    @Test
    void windowsAreOpenFromTheFirstThatTakesCallsToTheLastThatHasSome() {
        OpenWindows hours = new OpenWindows(WindowShape.tumbling(Duration.ofHours(1)));
        assertThat(hours.open()).isZero();

        hours.slicesOpened(600 * MINUTE, 600 * MINUTE);
        assertThat(hours.open()).isEqualTo(1);

        hours.slicesOpened(780 * MINUTE, 780 * MINUTE);
        assertThat(hours.open()).isEqualTo(4);

        hours.expired(600 * MINUTE - 1);
        assertThat(hours.open()).isEqualTo(4);

        hours.expired(600 * MINUTE);
        assertThat(hours.open()).isEqualTo(3);

        hours.expired(725 * MINUTE);
        assertThat(hours.open()).isEqualTo(1);

        hours.expired(Long.MAX_VALUE);
        assertThat(hours.open()).isZero();
    }

    @Test
    void windowsThatOverlapAreOpenTogether() {
        OpenWindows hopping = new OpenWindows(WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(15)));

        hopping.slicesOpened(600 * MINUTE, 600 * MINUTE);
        assertThat(hopping.open()).isEqualTo(4);

        hopping.expired(610 * MINUTE);
        assertThat(hopping.open()).isEqualTo(3);

        hopping.slicesOpened(630 * MINUTE, 630 * MINUTE);
        assertThat(hopping.open()).isEqualTo(5);
    }

    @Test
    void theGroupsOfAWindowAreThoseOfAllItsBuckets() {
        OpenWindows hours = new OpenWindows(WindowShape.tumbling(Duration.ofHours(1)));

        hours.emitted(60 * MINUTE, 3);
        hours.emitted(120 * MINUTE, 5);
        hours.emitted(60 * MINUTE, 100);
        hours.emitted(120 * MINUTE, 7);

        assertThat(hours.groups()).isEqualTo(12);
    }
}
