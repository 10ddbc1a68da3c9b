package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.WindowShape;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What calls add to since the last flush: a count of their type and disposition, one of each of their places, one of their type and district, their legs, and a count of those that are open. */
final class CallBuffers {

    private final @Nullable PartialCountsBuffer dispositions;
    private final @Nullable PartialCountsBuffer places;
    private final @Nullable PartialCountsBuffer districts;
    private final @Nullable LegsBuffer legs;
    private final @Nullable OpenCallsBuffer open;

    CallBuffers(Counting counting, int maxParallelism, OutcomeDeltas outcomes) {
        GroupPool pool = new GroupPool();
        Map<Query, QueryFeed> fromDispositions = new EnumMap<>(Query.class);
        Map<Query, QueryFeed> fromPlaces = new EnumMap<>(Query.class);
        Map<Query, QueryFeed> fromDistricts = new EnumMap<>(Query.class);
        LegsBuffer ofLegs = null;
        OpenCallsBuffer ofOpen = null;
        for (Query query : counting.queries()) {
            QueryFeed feed = QueryFeed.of(query, maxParallelism, counting.descriptions(), pool);
            switch (query) {
                case COUNTS, TYPES, TOP_TYPES, DISPOSITIONS, TOTALS -> fromDispositions.put(query, feed);
                case PLACES -> fromPlaces.put(query, feed);
                case DISTRICTS, UNUSUAL -> fromDistricts.put(query, feed);
                case RESPONSE_TIMES -> ofLegs = new LegsBuffer(feed, counting.goals(), outcomes);
                case OPEN_CALLS -> ofOpen = new OpenCallsBuffer(feed);
            }
        }
        legs = ofLegs;
        open = ofOpen;
        dispositions = fromDispositions.isEmpty() ? null : new PartialCountsBuffer(fromDispositions);
        places = fromPlaces.isEmpty() ? null : new PartialCountsBuffer(fromPlaces);
        districts = fromDistricts.isEmpty() ? null : new PartialCountsBuffer(fromDistricts);
    }

    /**
     * Counts a call.
     *
     * @param takenBack whether it was counted before, and is to be counted no more
     */
    void add(long sliceEnd, CallBatch batch, int call, boolean takenBack) {
        if (dispositions != null) {
            int hash = Group.hash(batch.typeHashes[call], batch.dispositionHashes[call]);
            dispositions.add(sliceEnd, batch.types[call], batch.dispositions[call], hash, takenBack);
        }
        if (places != null) {
            addPlaces(places, sliceEnd, batch.places[call], takenBack);
        }
        if (districts != null && sliceEnd != WindowShape.NEVER) {
            String district = batch.districts[call];
            districts.add(sliceEnd, batch.types[call], "".equals(district) ? null : district, takenBack);
        }
        if (legs != null && sliceEnd != WindowShape.NEVER) {
            legs.add(sliceEnd, batch, call, takenBack);
        }
        if (open != null) {
            open.add(batch, call, takenBack);
        }
    }

    private static void addPlaces(
            PartialCountsBuffer places, long sliceEnd, @Nullable String[] ofCall, boolean takenBack) {
        for (int i = 0; i < ofCall.length; i++) {
            String place = ofCall[i];
            if (place != null && !place.isEmpty()) {
                places.add(sliceEnd, Places.KINDS.get(i), place, takenBack);
            }
        }
    }

    boolean areFull() {
        return (dispositions != null && dispositions.isFull())
                || (places != null && places.isFull())
                || (districts != null && districts.isFull())
                || (legs != null && legs.isFull())
                || (open != null && open.isFull());
    }

    void drainTo(BiConsumer<Query, PartialCounts> shuffle) {
        if (dispositions != null) {
            dispositions.drainTo(shuffle);
        }
        if (places != null) {
            places.drainTo(shuffle);
        }
        if (districts != null) {
            districts.drainTo(shuffle);
        }
        if (legs != null) {
            legs.drainTo(shuffle);
        }
        if (open != null) {
            open.drainTo(shuffle);
        }
    }
}
