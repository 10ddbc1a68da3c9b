package io.github.sfcrime.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.Samples;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.PlaceCount;
import io.github.sfcrime.schemas.PlaceCountKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Where the calls of the latest windows came from. */
class PlaceWindowsTest {

    static final String CELL = "8828308281fffff";

    private final AtomicInteger changes = new AtomicInteger();
    private final PlaceWindows windows = new PlaceWindows("crime_counts_by_place", 3, changes::incrementAndGet);

    @Test
    void everyPlaceHasItsCallsOfEachWindow() {
        windows.take(row(0, 1, "police_district", "MISSION", 5));
        windows.take(row(1, 2, "police_district", "BAYVIEW", 2));
        windows.take(row(1, 2, "police_district", "MISSION", 7));
        windows.take(row(1, 2, "analysis_neighborhood", "Noe Valley", 3));
        windows.take(row(1, 2, "address", "Market St", 9));
        windows.phase(SourceState.Phase.live);

        assertThat(windows.shown())
                .isEqualTo(new PlacesShown(
                        List.of(window(0, 1, false), window(1, 2, false)),
                        List.of(
                                new PlacesShown.Kind(
                                        "analysis_neighborhood",
                                        List.of(new PlacesShown.Place("Noe Valley", null, List.of(0L, 3L)))),
                                new PlacesShown.Kind(
                                        "police_district",
                                        List.of(
                                                new PlacesShown.Place("BAYVIEW", null, List.of(0L, 2L)),
                                                new PlacesShown.Place("MISSION", null, List.of(5L, 7L)))))));
    }

    @Test
    void hexagonsComeFirstAndHaveTheirCornersAroundTheirMiddle() {
        windows.take(row(0, 1, "police_district", "MISSION", 5));
        windows.take(row(0, 1, "hexagon", CELL, 4));
        windows.take(row(0, 1, "hexagon", "not a cell", 1));
        windows.take(row(0, 1, "hexagon", "ff", 1));
        windows.phase(SourceState.Phase.live);

        PlacesShown.Kind hexagons = windows.shown().kinds().get(0);
        assertThat(hexagons.places()).extracting(PlacesShown.Place::place).containsExactly(CELL, "ff", "not a cell");
        List<List<Double>> corners = hexagons.places().get(0).corners();
        assertThat(corners).hasSize(6).allSatisfy(corner -> {
            assertThat(corner.get(0)).isBetween(37.76, 37.79);
            assertThat(corner.get(1)).isBetween(-122.43, -122.40);
        });
        assertThat(hexagons.places().subList(1, 3))
                .extracting(PlacesShown.Place::corners)
                .containsOnlyNulls();
    }

    @Test
    void aLaterRowReplacesTheOneOfItsPlaceAndNoCallsRemoveIt() {
        windows.take(row(0, 1, "police_district", "MISSION", 5));
        windows.take(row(0, 1, "police_district", "MISSION", 6));
        windows.phase(SourceState.Phase.live);
        assertThat(counts()).containsExactly(List.of(6L));

        windows.take(row(0, 1, "police_district", "MISSION", 0));
        assertThat(windows.shown().kinds()).isEmpty();
    }

    @Test
    void onlyTheLatestWindowsAreKept() {
        for (int hour = 0; hour < 5; hour++) {
            windows.take(row(hour, hour + 1, "police_district", "MISSION", hour + 1));
        }
        windows.phase(SourceState.Phase.live);

        assertThat(windows.shown().windows())
                .extracting(PlacesShown.Window::start)
                .first()
                .isEqualTo(at(2));
        assertThat(counts()).containsExactly(List.of(3L, 4L, 5L));
    }

    @Test
    void aCumulatingWindowHasTheCallsOfItsLatestEndAndIsFillingUntilItIsAsLongAsTheOthers() {
        windows.take(row(0, 1, "police_district", "MISSION", 5));
        windows.take(row(0, 2, "police_district", "MISSION", 8));
        windows.phase(SourceState.Phase.live);
        assertThat(windows.shown().windows()).containsExactly(window(0, 2, true));

        windows.take(row(0, 3, "police_district", "MISSION", 9));
        windows.take(row(0, 2, "police_district", "BAYVIEW", 1));
        windows.take(row(3, 4, "police_district", "MISSION", 1));
        assertThat(windows.shown().windows()).containsExactly(window(0, 3, false), window(3, 4, true));
        assertThat(counts()).containsExactly(List.of(9L, 1L));

        windows.take(row(3, 6, "police_district", "MISSION", 2));
        assertThat(windows.shown().windows()).containsExactly(window(0, 3, false), window(3, 6, false));
    }

    @Test
    void nothingIsShownBeforeAllThatWasThereHasBeenRead() {
        windows.take(row(0, 1, "police_district", "MISSION", 5));
        assertThat(windows.shown()).isEqualTo(new PlacesShown(List.of(), List.of()));

        windows.phase(SourceState.Phase.live);
        assertThat(counts()).hasSize(1);
        assertThat(windows.state()).isEqualTo(new ResultRows.State("crime_counts_by_place", SourceState.Phase.live, 3));
        assertThat(changes).hasValue(2);

        windows.clear();
        assertThat(windows.shown().kinds()).isEmpty();
    }

    private List<List<Long>> counts() {
        return windows.shown().kinds().get(0).places().stream()
                .map(PlacesShown.Place::counts)
                .toList();
    }

    private static PlacesShown.Window window(int start, int end, boolean filling) {
        return new PlacesShown.Window(at(start), at(end), filling);
    }

    private static String at(int hour) {
        return Samples.NINE.plusHours(hour).toString();
    }

    static TopicRecord row(int start, int end, String kind, String place, long count) {
        PlaceCount row = new PlaceCount(Samples.NINE.plusHours(start), Samples.NINE.plusHours(end), kind, place, count);
        PlaceCountKey key = new PlaceCountKey(row.getWindowStart(), row.getWindowEnd(), kind, place);
        return new TopicRecord(
                "crime_counts_by_place",
                0,
                0,
                Instant.parse("2026-11-22T10:00:00Z"),
                new Content.Decoded(key),
                new Content.Decoded(row),
                new RecordHeaders());
    }
}
