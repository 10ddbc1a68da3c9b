package io.github.sfcrime.job.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.groups.GroupCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hours of 100 ticks, of which a hundred groups are judged. */
class EpisodesTest {

    private static final long HOUR = 100;

    private final List<String> rows = new ArrayList<>();
    private Episodes episodes = new Episodes();

    EpisodesTest() {
        episodes.add(new JudgedGroups(0, 100));
    }

    @Test
    void anEpisodeBeginsAmongAllGroupsGoesOnAloneAndEndsWithAQuietHour() {
        hour(1, suspect(1, "A", 4, 0.02));
        hour(2, suspect(2, "A", 9, 0.0001));
        hour(3, suspect(3, "A", 12, 0.00001));
        hour(4, suspect(4, "A", 5, 0.04));
        hour(5);
        hour(6, suspect(6, "A", 5, 0.04));

        assertThat(rows)
                .containsExactly(
                        "2: A 1-2 windows 1, peak 2: 9",
                        "3: A 1-3 windows 2, peak 3: 12",
                        "4: A 1-4 windows 3, peak 3: 12",
                        "5: A 1-4 windows 3, peak 3: 12 ended");
    }

    @Test
    void windowsThatCloseTogetherAreJudgedOneAfterTheOther() {
        episodes.add(suspect(4, "A", 9, 0.0001));
        episodes.add(suspect(2, "A", 9, 0.0001));
        hour(9, suspect(2, "B", 9, 0.0002), suspect(5, "A", 5, 0.05));

        assertThat(rows)
                .containsExactly(
                        "9: A 1-2 windows 1, peak 2: 9",
                        "9: B 1-2 windows 1, peak 2: 9",
                        "9: A 1-2 windows 1, peak 2: 9 ended",
                        "9: B 1-2 windows 1, peak 2: 9 ended",
                        "9: A 3-4 windows 1, peak 4: 9",
                        "9: A 3-5 windows 2, peak 4: 9",
                        "9: A 3-5 windows 2, peak 4: 9 ended");
    }

    @Test
    void whetherAWindowIsUnusualDependsOnHowManyAreJudgedThen() {
        episodes.add(new JudgedGroups(2 * HOUR, 900));
        hour(2, suspect(2, "A", 9, 0.0001));
        hour(4, suspect(4, "A", 9, 0.0001));

        assertThat(rows).containsExactly("2: A 1-2 windows 1, peak 2: 9", "4: A 1-2 windows 1, peak 2: 9 ended");
    }

    @Test
    void aSuspectOfAWindowThatHasBeenJudgedComesTooLate() {
        hour(2);
        hour(3, suspect(2, "A", 9, 0.0001));

        assertThat(rows).isEmpty();
    }

    @Test
    void whatIsSerializedGoesOnAsItWas() throws IOException {
        episodes.add(new JudgedGroups(5 * HOUR, -99));
        hour(2, suspect(2, "A", 9, 0.0001));
        episodes.add(suspect(3, "A", 12, 0.00001));
        episodes.add(suspect(6, null, 9, 0.009));

        EpisodesSerializer serializer = new EpisodesSerializer();
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        serializer.serialize(serializer.copy(episodes), bytes);
        episodes = serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
        hour(9);

        assertThat(rows)
                .containsExactly(
                        "2: A 1-2 windows 1, peak 2: 9",
                        "9: A 1-3 windows 2, peak 3: 12",
                        "9: A 1-3 windows 2, peak 3: 12 ended",
                        "9: null 5-6 windows 1, peak 6: 9",
                        "9: null 5-6 windows 1, peak 6: 9 ended");
    }

    private void hour(int complete, Suspect... suspects) {
        for (Suspect suspect : suspects) {
            episodes.add(suspect);
        }
        episodes.close(complete * HOUR, HOUR, row -> rows.add(complete + ": " + text(row)));
    }

    private static Suspect suspect(int hour, @Nullable String district, long count, double probability) {
        Suspect suspect = new Suspect();
        suspect.windowStart = (hour - 1) * HOUR;
        suspect.windowEnd = hour * HOUR;
        suspect.type = "Passing Call";
        suspect.district = district;
        suspect.count = count;
        suspect.probability = probability;
        return suspect;
    }

    private static String text(GroupCount row) {
        var alert = Objects.requireNonNull(row.alert);
        return "%s %d-%d windows %d, peak %d: %d%s"
                .formatted(
                        row.second,
                        alert.episodeStart / HOUR,
                        alert.episodeEnd / HOUR,
                        alert.windows,
                        row.windowEnd / HOUR,
                        row.count,
                        alert.ended ? " ended" : "");
    }
}
