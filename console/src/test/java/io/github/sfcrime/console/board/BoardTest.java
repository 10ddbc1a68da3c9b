package io.github.sfcrime.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is on the board, and what its pages are told. */
class BoardTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2018, 10, 2, 9, 0);

    private final Board board = new Board("crime_counts", "localhost:9092", 3);

    BoardTest() {
        board.phase(SourceState.Phase.live);
    }

    @Test
    void windowsAreShownOnceAllThatWasThereHasBeenRead() {
        Board reading = new Board("crime_counts", "localhost:9092", 3);
        reading.put(row(0, 1, "Passing Call", "HAN", 12));
        Changes first = reading.changes(0);
        assertThat(first.kept()).isEmpty();
        assertThat(first.windows()).isEmpty();
        reading.phase(SourceState.Phase.live);
        assertThat(reading.changes(first.version()).windows()).hasSize(1);
    }

    @Test
    void aLaterRowReplacesTheOneWithItsKeyAndTheHighestCountsComeFirst() {
        board.put(row(0, 1, "Passing Call", "HAN", 12));
        board.put(row(0, 1, "Passing Call", null, 20));
        board.put(row(0, 1, "Traffic Stop", "CIT", 13));
        board.put(row(0, 1, "Passing Call", "HAN", 14));
        assertThat(all().windows())
                .containsExactly(new CountedWindow.Shown(
                        "2018-10-02T09:00",
                        "2018-10-02T10:00",
                        List.of(
                                row(0, 1, "Passing Call", null, 20),
                                row(0, 1, "Passing Call", "HAN", 14),
                                row(0, 1, "Traffic Stop", "CIT", 13))));
    }

    @Test
    void aWindowThatGrowsLosesTheRowsOfItsShorterSelf() {
        board.put(row(0, 1, "Passing Call", "HAN", 12));
        board.put(row(0, 1, "Noise", "HAN", 1));
        board.put(row(0, 2, "Passing Call", "HAN", 15));
        board.put(row(0, 1, "Noise", "HAN", 2));
        assertThat(all().windows())
                .containsExactly(new CountedWindow.Shown(
                        "2018-10-02T09:00", "2018-10-02T11:00", List.of(row(0, 2, "Passing Call", "HAN", 15))));
    }

    @Test
    void theRowsOfTheLatestWindowsAreShownAndOfOthersTheirNumberOfCalls() {
        for (int hour : new int[] {3, 0, 1, 4, 2}) {
            board.put(row(hour, hour + 1, "Passing Call", "HAN", hour));
            board.put(row(hour, hour + 1, "Noise", null, 10));
        }
        assertThat(all().kept()).containsExactly("2018-10-02T11:00", "2018-10-02T12:00", "2018-10-02T13:00");
        assertThat(all().windows()).hasSize(3);
        assertThat(board.history("")).map(CountedWindow.Calls::calls).containsExactly(10L, 11L, 12L, 13L, 14L);
        assertThat(board.history("passing")).map(CountedWindow.Calls::calls).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void fiveWeeksOfHoursAreKept() {
        for (int hour = 0; hour < 900; hour++) {
            board.put(row(hour, hour + 1, "Passing Call", "HAN", hour));
        }
        assertThat(board.history("")).hasSize(840);
        assertThat(board.history("").get(0).calls()).isEqualTo(60);
    }

    @Test
    void windowsWithVeryManyRowsAreFewerAndTheLatestStays() {
        for (int hour = 0; hour < 2; hour++) {
            for (int type = 0; type < 60_000; type++) {
                board.put(row(hour, hour + 1, "Type " + type, null, 1));
            }
        }
        assertThat(all().kept()).containsExactly("2018-10-02T10:00");
    }

    @Test
    void whoAsksAgainIsToldWhatHasChangedSince() {
        board.put(row(0, 1, "Passing Call", "HAN", 12));
        board.put(row(1, 2, "Passing Call", "HAN", 12));
        Changes first = all();
        board.put(row(1, 2, "Passing Call", "HAN", 13));
        Changes second = board.changes(first.version());
        assertThat(second.windows()).map(CountedWindow.Shown::start).containsExactly("2018-10-02T10:00");
        assertThat(second.kept()).hasSize(2);
        assertThat(board.changes(second.version()).windows()).isEmpty();
    }

    @Test
    void whoWaitsIsWokenByAChange() throws Exception {
        long version = all().version();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                board.awaitChange(version, Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        board.phase(SourceState.Phase.missing);
        waiting.get();
        assertThat(board.changes(version).source().phase()).isEqualTo(SourceState.Phase.missing);
    }

    @Test
    void aBrokerThatIsAwayIsToldWhateverElseGoesOnAndWhatWasCountedStays() {
        board.put(row(0, 1, "Passing Call", "HAN", 12));
        board.brokerAnswers(false);
        board.skip();
        assertThat(all().source())
                .isEqualTo(new SourceState("crime_counts", "localhost:9092", SourceState.Phase.away, 1, null));
        assertThat(all().windows()).hasSize(1);
        board.brokerAnswers(true);
        assertThat(all().source().phase()).isEqualTo(SourceState.Phase.live);
        board.clear();
        assertThat(all().kept()).isEmpty();
    }

    private Changes all() {
        return board.changes(0);
    }

    static CountRow row(int from, int to, String type, @Nullable String disposition, long count) {
        return new CountRow(
                NINE.plusHours(from),
                NINE.plusHours(to),
                type,
                disposition,
                "HAN".equals(disposition) ? "Handled" : null,
                count);
    }
}
