package io.github.sfcrime.job.legs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every time that is counted is in a bin whose time is within one percent of it. */
class TimeBinsTest {

    @Test
    void aTimeIsWithinOnePercentOfItsBinsAndExactBelowAHundredSeconds() {
        int bin = -1;
        for (long seconds = 0; seconds <= TimeBins.LONGEST.toSeconds(); seconds++) {
            int before = bin;
            bin = TimeBins.of(seconds);
            long error = Math.abs(TimeBins.seconds(bin) - seconds);
            if (error * 100 > seconds || (seconds < 100 && error > 0) || bin < before) {
                assertThat(error).as("%d s in bin %d", seconds, bin).isZero();
            }
        }
        assertThat(bin).isEqualTo(TimeBins.NUMBER - 1).isLessThan(1_400);
    }
}
