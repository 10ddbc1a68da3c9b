package io.github.sfcrime.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.Samples;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.CrimeAlert;
import io.github.sfcrime.schemas.CrimeAlertKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The rows of a topic beside the counts. */
class ResultRowsTest {

    private final AtomicInteger changes = new AtomicInteger();
    private final ResultRows rows = new ResultRows("crime_alerts", "episode_start", 3, changes::incrementAndGet);

    @Test
    void nothingIsShownBeforeAllThatWasThereHasBeenRead() {
        rows.take(alert("Noise", 9, 16));
        assertThat(rows.rows(Map.of())).isEmpty();
        rows.phase(SourceState.Phase.live);
        assertThat(counts()).containsExactly(16L);
        rows.clear();
        assertThat(counts()).isEmpty();
    }

    @Test
    void aLaterRowReplacesTheOneWithItsKeyAndTheOldestComeFirst() {
        rows.phase(SourceState.Phase.live);
        rows.take(alert("Noise", 11, 3));
        rows.take(alert("Noise", 9, 16));
        rows.take(alert("Noise", 11, 4));
        assertThat(counts()).containsExactly(16L, 4L);
    }

    @Test
    void theOldestGoWhereThereAreTooManyButNotThoseOfTheLatestTime() {
        rows.phase(SourceState.Phase.live);
        for (int hour : new int[] {2, 1, 3, 4, 5}) {
            rows.take(alert("Noise", hour, hour));
        }
        assertThat(counts()).containsExactly(3L, 4L, 5L);
        for (int type = 0; type < 5; type++) {
            rows.take(alert("Type " + type, 6, 10 + type));
        }
        assertThat(counts()).containsExactly(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void fieldsThatAreAskedForChooseRows() {
        rows.phase(SourceState.Phase.live);
        rows.take(alert("Noise", 9, 1));
        rows.take(alert("Fire", 9, 2));
        assertThat(rows.rows(Map.of("original_crime_type_name", "Fire")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("count", 2L).containsEntry("ended", false));
        assertThat(rows.rows(Map.of("no_such_field", "Fire"))).isEmpty();
    }

    @Test
    void everyChangeIsToldOnceAndARecordThatIsNoRowIsNone() {
        long version = rows.state().version();
        rows.phase(SourceState.Phase.live);
        rows.phase(SourceState.Phase.live);
        rows.take(alert("Noise", 9, 1));
        rows.take(Samples.record(Samples.bytes("no row"), new RecordHeaders()));
        assertThat(changes).hasValue(2);
        assertThat(rows.state()).isEqualTo(new ResultRows.State("crime_alerts", SourceState.Phase.live, version + 2));
    }

    private List<Object> counts() {
        return rows.rows(Map.of()).stream().map(row -> row.get("count")).toList();
    }

    static TopicRecord alert(String type, int hour, long count) {
        LocalDateTime start = LocalDateTime.of(2018, 10, 2, hour, 0);
        LocalDateTime end = start.plusHours(1);
        return new TopicRecord(
                "crime_alerts",
                0,
                1,
                Instant.parse("2026-11-22T10:00:00Z"),
                new Content.Decoded(new CrimeAlertKey(type, "MISSION", start)),
                new Content.Decoded(
                        new CrimeAlert(type, "MISSION", start, end, false, 1L, start, end, count, 0.7, 0L, 3L, 1e-9)),
                new RecordHeaders());
    }
}
