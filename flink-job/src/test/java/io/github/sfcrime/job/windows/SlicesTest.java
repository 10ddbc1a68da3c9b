package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.time.WindowShape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static final Group HANDLED = new Group("Passing Call", "HAN");

    @Test
    void slicesAreInOrderWhateverOrderTheyAreOpenedIn() {
        assertThat(told(slices(30, 10, 50, 20, 40, 10))).containsExactly("10: 2", "20: 1", "30: 1", "40: 1", "50: 1");
    }

    @Test
    void slicesAreForgottenUpToOne() {
        Slices slices = slices(10, 20, 30, 40, 50, 60);
        slices.removeUpTo(40);
        assertThat(told(slices)).containsExactly("50: 1", "60: 1");

        slices.removeUpTo(40);
        slices.at(70).add(HANDLED, 1);
        assertThat(told(slices)).containsExactly("50: 1", "60: 1", "70: 1");

        slices.removeUpTo(100);
        assertThat(slices.size()).isZero();
    }

    @Test
    void aWindowIsTheSumOfItsSlicesAndOneSliceIsNotCopied() {
        Slices slices = slices(10, 20, 20, 30);

        assertThat(slices.merged(10, 30).get(HANDLED)).isEqualTo(3);
        assertThat(slices.merged(10, 29)).isSameAs(slices.at(20));
    }

    @Test
    void closedWindowsAreVisitedOldestFirstAndOnlyThoseThatWereOpen() {
        WindowShape shape = WindowShape.hopping(Duration.ofMillis(20), Duration.ofMillis(10));
        List<String> visited = new ArrayList<>();

        slices(10, 20, 50)
                .forEachClosed(
                        shape, 10, 60, (counts, windowEnd) -> visited.add(windowEnd + ": " + counts.get(HANDLED)));

        assertThat(visited).containsExactly("20: 2", "30: 1", "50: 1", "60: 1");
    }

    @Test
    void whatIsSerializedIsReadAsItWasAndACopyIsIndependent() throws IOException {
        Slices slices = slices(20, 10, 10);
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        SlicesSerializer.INSTANCE.serialize(slices, bytes);
        Slices copy = SlicesSerializer.INSTANCE.copy(slices);
        slices.at(10).add(HANDLED, 100);

        assertThat(told(SlicesSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()))))
                .containsExactly("10: 2", "20: 1");
        assertThat(told(copy)).containsExactly("10: 2", "20: 1");
    }

    private static Slices slices(long... ends) {
        Slices slices = new Slices();
        for (long end : ends) {
            slices.at(end).add(HANDLED, 1);
        }
        return slices;
    }

    private static List<String> told(Slices slices) {
        List<String> told = new ArrayList<>();
        slices.forEach((counts, end) -> told.add(end + ": " + counts.get(HANDLED)));
        return told;
    }
}
