package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.WindowShape;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what was counted since the last flush into one query's partial counts: its own groups, a batch per bucket. */
final class QueryFeed {

    /** To the query's groups; null where those are what is counted by. */
    private final @Nullable UnaryOperator<Group> fold;

    /** Whether its counts go by slices; the totals are of all calls. */
    private final boolean hasSlices;
    /** Whether all groups of a first text are in one bucket, because they make rows together. */
    private final boolean staysByFirst;

    private final Buckets buckets;
    private final PartialCountsBuilder[] batches;
    /** Of one slice, or of all for a query without windows. */
    private final GroupCounts folded = new GroupCounts();

    private QueryFeed(@Nullable UnaryOperator<Group> fold, Query query, Buckets buckets) {
        this.fold = fold;
        hasSlices = query != Query.TOTALS;
        staysByFirst = query == Query.RESPONSE_TIMES;
        this.buckets = buckets;
        batches = IntStream.range(0, buckets.count())
                .mapToObj(i -> new PartialCountsBuilder(buckets.key(i)))
                .toArray(PartialCountsBuilder[]::new);
    }

    /**
     * The feed of a query from counts per type and disposition, that of {@link Query#PLACES} from counts per place, that of
     * {@link Query#DISTRICTS} and {@link Query#UNUSUAL} from counts per type and district, that of {@link Query#OPEN_CALLS} from counts of open calls.
     *
     * @param descriptions what dispositions mean
     * @param pool where groups are made
     */
    static QueryFeed of(Query query, int maxParallelism, Map<String, String> descriptions, GroupPool pool) {
        @Nullable
        UnaryOperator<Group> fold = switch (query) {
            case COUNTS, PLACES, DISTRICTS, RESPONSE_TIMES, UNUSUAL, OPEN_CALLS, TOTALS -> null;
            case TYPES, TOP_TYPES -> group -> pool.get(group.first, null);
            case DISPOSITIONS -> group -> pool.get("", group.second == null ? null : descriptions.get(group.second));
        };
        Buckets buckets = query == Query.TOP_TYPES ? Buckets.one() : Buckets.oneForEachKeyGroup(maxParallelism);
        return new QueryFeed(fold, query, buckets);
    }

    /** Takes the counts of a slice, which stay the caller's; queries about windows do without what no window takes. */
    void add(long sliceEnd, GroupCounts counts) {
        if (hasSlices && sliceEnd == WindowShape.NEVER) {
            return;
        }
        if (hasSlices && fold == null) {
            batch(sliceEnd, counts);
            return;
        }
        counts.forEach((group, count) -> folded.add(fold == null ? group : fold.apply(group), count));
        if (hasSlices) {
            batchFolded(sliceEnd);
        }
    }

    private void batchFolded(long sliceEnd) {
        batch(sliceEnd, folded);
        folded.clear();
    }

    private void batch(long sliceEnd, GroupCounts counts) {
        counts.forEach((group, count) -> batches[bucketOf(group)].add(sliceEnd, group, count));
    }

    private int bucketOf(Group group) {
        return staysByFirst ? buckets.indexOf(Group.hash(group.first, null)) : buckets.indexOf(group);
    }

    /** Hands on what has been added since the last time. */
    void drainTo(Consumer<PartialCounts> shuffle) {
        batchFolded(WindowShape.NEVER);
        for (PartialCountsBuilder batch : batches) {
            if (!batch.isEmpty()) {
                shuffle.accept(batch.take());
            }
        }
    }
}
