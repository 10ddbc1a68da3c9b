package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.query.Query;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each query is fed from counts per type and disposition, {@link Query#PLACES} from counts per place. */
final class Feeds {

    private final int maxParallelism;
    private final Map<String, String> descriptions;
    private final GroupPool pool = new GroupPool();

    Feeds(int maxParallelism, Map<String, String> descriptions) {
        this.maxParallelism = maxParallelism;
        this.descriptions = descriptions;
    }

    Feed of(Query query) {
        return switch (query) {
            case COUNTS, PLACES -> new WindowFeed(Buckets.oneForEachKeyGroup(maxParallelism));
            case TYPES -> new CoarserFeed(this::type, new WindowFeed(Buckets.oneForEachKeyGroup(maxParallelism)));
            case TOP_TYPES -> new CoarserFeed(this::type, new WindowFeed(Buckets.one()));
            case DISPOSITIONS ->
                new CoarserFeed(this::meaning, new WindowFeed(Buckets.oneForEachKeyGroup(maxParallelism)));
            case TOTALS -> new TotalsFeed(Buckets.oneForEachKeyGroup(maxParallelism));
        };
    }

    private Group type(Group group) {
        return pool.get(group.first, null);
    }

    private Group meaning(Group group) {
        return pool.get("", meaning(group.second));
    }

    private @Nullable String meaning(@Nullable String disposition) {
        return disposition == null ? null : descriptions.get(disposition);
    }
}
