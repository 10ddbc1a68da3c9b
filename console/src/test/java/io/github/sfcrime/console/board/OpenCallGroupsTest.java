package io.github.sfcrime.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.Samples;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.OpenCalls;
import io.github.sfcrime.schemas.OpenCallsKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The groups that have open calls. */
class OpenCallGroupsTest {

    private static final Instant APPENDED = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicInteger changes = new AtomicInteger();
    private final OpenCallGroups groups = new OpenCallGroups(changes::incrementAndGet);

    @Test
    void callsAreAddedUpPerPriorityAndPerDistrictWithTheOldestOfThem() {
        groups.phase(SourceState.Phase.live);
        groups.take(row("Noise", "C", "MISSION", 2, 10));
        groups.take(row("Fire", "A", "MISSION", 1, 9));
        groups.take(row("Noise", "A", null, 4, 11));
        groups.take(row("Noise", null, "BAYVIEW", 8, 12));
        assertThat(groups.now())
                .isEqualTo(new OpenCallsNow(
                        APPENDED.toEpochMilli(),
                        at(12),
                        new OpenCallsNow.Part(null, 15, at(9)),
                        List.of(
                                new OpenCallsNow.Part("A", 5, at(9)),
                                new OpenCallsNow.Part("C", 2, at(10)),
                                new OpenCallsNow.Part(null, 8, at(12))),
                        List.of(
                                new OpenCallsNow.Part("BAYVIEW", 8, at(12)),
                                new OpenCallsNow.Part("MISSION", 3, at(9)),
                                new OpenCallsNow.Part(null, 4, at(11)))));
    }

    @Test
    void aLaterRowReplacesTheOneOfItsGroupAndACountOfNoneRemovesIt() {
        groups.phase(SourceState.Phase.live);
        groups.take(row("Noise", "C", "MISSION", 2, 10));
        groups.take(row("Noise", "C", "MISSION", 1, 11));
        assertThat(all()).isEqualTo(new OpenCallsNow.Part(null, 1, at(11)));
        groups.take(row("Noise", "C", "MISSION", 0, null));
        assertThat(groups.now())
                .isEqualTo(new OpenCallsNow(
                        APPENDED.toEpochMilli(), null, new OpenCallsNow.Part(null, 0, null), List.of(), List.of()));
    }

    @Test
    void nothingIsShownWithoutRowsNorBeforeAllThatWasThereHasBeenRead() {
        groups.phase(SourceState.Phase.live);
        assertThat(groups.now()).isNull();
        groups.clear();
        groups.take(row("Noise", "C", "MISSION", 2, 10));
        groups.phase(SourceState.Phase.away);
        assertThat(groups.now()).isNull();
        groups.phase(SourceState.Phase.live);
        assertThat(all().count()).isEqualTo(2);
    }

    @Test
    void whatWasOpenStaysWhileTheBrokerIsAwayButNotWithoutTheTopic() {
        groups.phase(SourceState.Phase.live);
        groups.take(row("Noise", "C", "MISSION", 2, 10));
        groups.phase(SourceState.Phase.away);
        assertThat(all().count()).isEqualTo(2);
        groups.phase(SourceState.Phase.missing);
        assertThat(groups.now()).isNull();
    }

    @Test
    void everyChangeIsToldOnceAndARecordThatIsNoRowIsNone() {
        groups.phase(SourceState.Phase.live);
        groups.phase(SourceState.Phase.live);
        groups.take(row("Noise", "C", "MISSION", 2, 10));
        groups.take(Samples.record(Samples.bytes("no row"), new RecordHeaders()));
        assertThat(changes).hasValue(2);
    }

    private OpenCallsNow.Part all() {
        OpenCallsNow now = groups.now();
        assertThat(now).isNotNull();
        return now.all();
    }

    private static String at(int hour) {
        return "2018-10-02T%02d:00:00".formatted(hour);
    }

    static TopicRecord row(
            String type, @Nullable String priority, @Nullable String district, long count, @Nullable Integer hour) {
        return new TopicRecord(
                "crime_open_calls",
                0,
                1,
                APPENDED,
                new Content.Decoded(
                        new OpenCallsKey(type, priority == null ? "" : priority, district == null ? "" : district)),
                new Content.Decoded(new OpenCalls(
                        type, priority, district, count, hour == null ? null : LocalDateTime.of(2018, 10, 2, hour, 0))),
                new RecordHeaders());
    }
}
