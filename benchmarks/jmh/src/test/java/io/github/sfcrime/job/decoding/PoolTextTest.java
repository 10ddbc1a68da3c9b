package io.github.sfcrime.job.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs both ways over the first of its elements. */
@Tag("full")
class PoolTextTest {

    @Test
    void bothWaysMakeTheSameTexts() {
        PoolText one = new PoolText();
        PoolText other = new PoolText();
        one.makeTexts();
        other.makeTexts();

        for (int i = 0; i < 1_000; i++) {
            assertThat(one.fromThePool()).isEqualTo(other.anew());
        }
    }
}
