package io.github.sfcrime.job.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs both ways over the first of its elements. */
@Tag("full")
class EncodeRowTest {

    @Test
    void bothWaysWriteTheSameBytes() {
        EncodeRow one = new EncodeRow();
        EncodeRow other = new EncodeRow();
        one.makeRows();
        other.makeRows();

        for (int i = 0; i < 1_000; i++) {
            assertThat(one.byTheJobsPlan()).isEqualTo(other.byAvro());
        }
    }
}
