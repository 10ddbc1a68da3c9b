package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.query.Query;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What calls add to since the last flush: a count of their type and disposition, and one of each of their places. */
final class CallBuffers {

    private final @Nullable PartialCountsBuffer dispositions;
    private final @Nullable PartialCountsBuffer places;

    CallBuffers(Counting counting, int maxParallelism) {
        GroupPool pool = new GroupPool();
        Map<Query, QueryFeed> fromDispositions = new EnumMap<>(Query.class);
        Map<Query, QueryFeed> fromPlaces = new EnumMap<>(Query.class);
        for (Query query : counting.queries()) {
            (query == Query.PLACES ? fromPlaces : fromDispositions)
                    .put(query, QueryFeed.of(query, maxParallelism, counting.descriptions(), pool));
        }
        dispositions = fromDispositions.isEmpty() ? null : new PartialCountsBuffer(fromDispositions);
        places = fromPlaces.isEmpty() ? null : new PartialCountsBuffer(fromPlaces);
    }

    void add(long sliceEnd, CallRecord call) {
        if (dispositions != null) {
            dispositions.add(sliceEnd, call.originalCrimeTypeName, call.disposition);
        }
        if (places != null) {
            addPlaces(places, sliceEnd, call);
        }
    }

    private static void addPlaces(PartialCountsBuffer places, long sliceEnd, CallRecord call) {
        for (int i = 0; i < call.places.length; i++) {
            String place = call.places[i];
            if (place != null && !place.isEmpty()) {
                places.add(sliceEnd, Places.FIELDS.get(i), place);
            }
        }
    }

    boolean areFull() {
        return (dispositions != null && dispositions.isFull()) || (places != null && places.isFull());
    }

    void drainTo(BiConsumer<Query, PartialCounts> shuffle) {
        if (dispositions != null) {
            dispositions.drainTo(shuffle);
        }
        if (places != null) {
            places.drainTo(shuffle);
        }
    }
}
