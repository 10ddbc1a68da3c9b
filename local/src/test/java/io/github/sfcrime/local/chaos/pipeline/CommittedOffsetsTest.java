package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommittedOffsetsTest {

    private final CommittedOffsets committed = new CommittedOffsets();

    @Test
    void theyCoverWhatEachPartitionHasCommitted() {
        committed.are(Map.of(0, 10L, 1, 20L));

        assertThat(committed.cover(Map.of(0, 10L, 1, 19L, 2, 0L))).isTrue();
        assertThat(committed.cover(Map.of(0, 11L))).isFalse();
        assertThat(committed.cover(Map.of(2, 1L))).isFalse();
    }

    @Test
    void anOffsetThatGoesBackIsTold() {
        committed.are(Map.of(0, 10L, 1, 20L));
        committed.are(Map.of(0, 11L, 1, 19L));

        assertThat(committed.differences()).containsExactly("offset of partition 1 has gone back from 20 to 19");
    }
}
