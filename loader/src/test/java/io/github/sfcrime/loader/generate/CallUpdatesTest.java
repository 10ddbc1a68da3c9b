package io.github.sfcrime.loader.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallUpdatesTest {

    private static final LocalDateTime START = LocalDateTime.of(2018, 10, 2, 0, 0);
    private static final int RECORDS = 100_000;

    private final Map<Long, CallForService> calls = new HashMap<>();

    @Test
    void theLastUpdateOfACallIsTheCallAsItIsWithoutUpdatesUnlessItIsNeverClosed() {
        List<CallForService> records = records(7);
        Map<Long, CallForService> latest = new LinkedHashMap<>();
        for (CallForService record : records) {
            latest.merge(
                    record.getCrimeId(), record, (one, other) -> update(one).isAfter(update(other)) ? one : other);
        }

        long closed = 0;
        for (CallForService last : latest.values()) {
            if (last.getCloseDateTime() != null) {
                closed++;
                CallForService call = CallForService.newBuilder(last).build();
                call.setLastUpdateDateTime(null);
                assertThat(call).isEqualTo(calls.get(last.getCrimeId()));
            }
        }
        assertThat(latest.size()).isBetween(RECORDS / 6, RECORDS / 4);
        // Those of the last hour are still open.
        assertThat(closed).isBetween(latest.size() * 980L / 1000, latest.size() * 999L / 1000);
    }

    @Test
    void someChangeTheirTypeSomeComeTwiceAndSomeComeBehindANewerOne() {
        List<CallForService> records = records(8);
        Map<Long, CallForService> first = new HashMap<>();
        Map<Long, CallForService> newest = new HashMap<>();
        long changed = 0;
        long twice = 0;
        long behind = 0;
        for (CallForService record : records) {
            CallForService before = newest.get(record.getCrimeId());
            if (before == null) {
                first.put(record.getCrimeId(), record);
            } else if (record.equals(before)) {
                twice++;
            } else if (update(record).isBefore(update(before))) {
                behind++;
            } else if (!record.getOriginalCrimeTypeName().equals(before.getOriginalCrimeTypeName())) {
                changed++;
            }
            if (before == null || update(record).isAfter(update(before))) {
                newest.put(record.getCrimeId(), record);
            }
        }
        assertThat(changed).isBetween(first.size() * 30L / 1000, first.size() * 55L / 1000);
        assertThat(twice).isBetween(RECORDS * 5L / 1000, RECORDS * 12L / 1000);
        assertThat(behind).isBetween(RECORDS * 2L / 1000, RECORDS * 15L / 1000);
    }

    @Test
    void theSameSeedGivesTheSameRecords() {
        assertThat(records(9)).isEqualTo(records(9));
    }

    private static LocalDateTime update(CallForService record) {
        return Objects.requireNonNull(record.getLastUpdateDateTime());
    }

    private List<CallForService> records(long seed) {
        CallGenerator generator = new CallGenerator(seed, START, 92);
        CallStages stages = new CallStages(seed);
        Supplier<CallForService> staged = () -> {
            CallForService call = generator.next();
            stages.addTo(call);
            calls.put(call.getCrimeId(), call);
            return call;
        };
        return new ArrayList<>(
                Stream.generate(new CallUpdates(seed, staged)).limit(RECORDS).toList());
    }
}
