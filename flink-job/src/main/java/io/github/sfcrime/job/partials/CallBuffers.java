package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallBatch;
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

    void add(long sliceEnd, CallBatch batch, int call) {
        if (dispositions != null) {
            dispositions.add(sliceEnd, batch.types[call], batch.dispositions[call]);
        }
        if (places != null) {
            addPlaces(places, sliceEnd, batch.places[call]);
        }
    }

    private static void addPlaces(PartialCountsBuffer places, long sliceEnd, @Nullable String[] ofCall) {
        for (int i = 0; i < ofCall.length; i++) {
            String place = ofCall[i];
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
