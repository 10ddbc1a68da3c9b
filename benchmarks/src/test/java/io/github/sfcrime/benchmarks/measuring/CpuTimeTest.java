package io.github.sfcrime.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    @Test
    void fieldsCountFromBehindTheNameWhichMayHaveBlanksAndBrackets() {
        assertThat(CpuTime.ticks("42 (a (b) c) S 1 42 42 0 -1 4194560 1 2 3 4 500 70 8 9 20 0 30"))
                .isEqualTo(570);
    }

    @Test
    void aProcessThatIsGoneHasTakenNone() {
        assertThat(CpuTime.seconds(List.of(Long.MAX_VALUE))).isZero();
    }
}
