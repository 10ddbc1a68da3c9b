package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long START = millis(17);

    private final Schedule schedule = new Schedule(1_000, START);

    @Test
    void whatHappensBetweenPollsDoesNotSlowItDown() {
        long pass = schedule.passAt(START, 50);
        for (int poll = 1; poll <= 100; poll++) {
            long late = pass + millis(30);
            assertThat(schedule.passAt(late, 50)).isEqualTo(pass + millis(50));
            pass += millis(50);
        }
    }

    @Test
    void ofAnIdleTimeATenthOfASecondIsMadeUpFor() {
        long anHourOn = START + millis(3_600_000);
        assertThat(schedule.passAt(anHourOn, 50)).isEqualTo(anHourOn - millis(50));
        assertThat(schedule.passAt(anHourOn, 50)).isEqualTo(anHourOn);
        assertThat(schedule.passAt(anHourOn, 50)).isEqualTo(anHourOn + millis(50));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
