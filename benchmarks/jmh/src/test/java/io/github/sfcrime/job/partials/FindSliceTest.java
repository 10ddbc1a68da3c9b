package io.github.sfcrime.job.partials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs both ways over the first of its elements. */
@Tag("full")
class FindSliceTest {

    @Test
    void bothWaysFindTheSameSlices() {
        FindSlice one = new FindSlice();
        FindSlice other = new FindSlice();
        one.makeTimes();
        other.makeTimes();

        for (int i = 0; i < 1_000; i++) {
            assertThat(one.byTheLastCallsSlice()).isEqualTo(other.anew());
        }
    }
}
