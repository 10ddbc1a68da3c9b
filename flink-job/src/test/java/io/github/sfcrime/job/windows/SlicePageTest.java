package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class SlicePageTest {

    private static final Group HANDLED = new Group("Passing Call", "HAN");
    private static final Group OPEN = new Group("Passing Call", null);

    @Test
    void slicesAreAtTheirPlacesWhateverOrderTheyAreOpenedIn() {
        assertThat(told(page(30, 0, 63, 20, 0))).containsExactly("0: 2 0", "20: 1 0", "30: 1 0", "63: 1 0");
    }

    @Test
    void whatIsSerializedIsReadAsItWasAndACopyIsIndependent() throws IOException {
        SlicePage page = page(20, 10, 10);
        page.at(10).add(OPEN, 300);
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        new SlicePageSerializer().serialize(page, bytes);
        SlicePage copy = new SlicePageSerializer().copy(page);
        page.at(10).add(HANDLED, 100);
        page.at(11).add(HANDLED, 100);

        assertThat(told(new SlicePageSerializer().deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()))))
                .containsExactly("10: 2 300", "20: 1 0");
        assertThat(told(copy)).containsExactly("10: 2 300", "20: 1 0");
    }

    @Test
    void groupsThatAreReadShareTheirTexts() throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        SlicePageSerializer serializer = new SlicePageSerializer();
        serializer.serialize(page(10), bytes);
        SlicePage one = serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
        SlicePage other = serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));

        assertThat(groups(one)).hasSize(1);
        assertThat(groups(one).get(0)).isSameAs(groups(other).get(0));
    }

    @Test
    void aGroupThatIsReadGivesWayToTheOneThatOthersShare() throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        new SlicePageSerializer().serialize(page(10), bytes);
        SlicePage page = new SlicePageSerializer().deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));

        page.at(10).add(HANDLED, 1);

        assertThat(groups(page).get(0)).isSameAs(HANDLED);
    }

    private static List<Group> groups(SlicePage page) {
        List<Group> groups = new ArrayList<>();
        page.at(10).forEach((group, count) -> groups.add(group));
        return groups;
    }

    private static SlicePage page(int... places) {
        SlicePage page = new SlicePage();
        for (int place : places) {
            page.at(place).add(HANDLED, 1);
        }
        return page;
    }

    private static List<String> told(SlicePage page) {
        List<String> told = new ArrayList<>();
        for (long left = page.taken(); left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            GroupCounts counts = Objects.requireNonNull(page.get(place));
            told.add("%d: %d %d".formatted(place, counts.get(HANDLED), counts.get(OPEN)));
        }
        return told;
    }
}
