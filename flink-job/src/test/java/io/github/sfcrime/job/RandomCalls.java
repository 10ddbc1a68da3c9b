package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Calls of few types and places over ten days, in no order. */
final class RandomCalls {

    private static final List<String> TYPES = List.of("Passing Call", "Traffic Stop", "Trespasser", "22500e");
    private static final List<@Nullable String> DISPOSITIONS = Arrays.asList("HAN", "22", "CAN", "Not recorded", null);

    private static final List<@Nullable String> HEXAGONS = Arrays.asList("8828308281fffff", "88283082a7fffff", null);

    private RandomCalls() {}

    /** The same calls for the same seed. */
    static List<CallRecord> of(int number, long seed) {
        Random random = new Random(seed);
        long start = Instant.parse("2018-11-03T20:00:00Z").toEpochMilli();
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            CallRecord call = new CallRecord();
            call.crimeId = i;
            call.callDateTime = start + random.nextInt(10 * 24 * 60) * 60_000L;
            call.originalCrimeTypeName = TYPES.get(random.nextInt(TYPES.size()));
            call.disposition = DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size()));
            call.places = new String[Places.KINDS.size()];
            call.places[Places.FIELDS.indexOf("address")] = random.nextInt(30) + " Market St";
            call.places[Places.FIELDS.indexOf("city")] = random.nextBoolean() ? "San Francisco" : null;
            call.places[Places.KINDS.indexOf(Places.HEXAGON)] = HEXAGONS.get(i % HEXAGONS.size());
            TestStages.addTo(call, i);
            calls.add(call);
        }
        return calls;
    }
}
