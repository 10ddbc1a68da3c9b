package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Feeds a query whose groups are coarser than the ones that were counted: folds them slice by slice. */
final class CoarserFeed implements Feed {

    private final UnaryOperator<Group> coarser;
    private final Feed feed;
    private final GroupCounts folded = new GroupCounts();

    CoarserFeed(UnaryOperator<Group> coarser, Feed feed) {
        this.coarser = coarser;
        this.feed = feed;
    }

    @Override
    public void add(long sliceEnd, GroupCounts counts) {
        counts.forEach((group, count) -> folded.add(coarser.apply(group), count));
        feed.add(sliceEnd, folded);
        folded.clear();
    }

    @Override
    public void drainTo(Consumer<PartialCounts> shuffle) {
        feed.drainTo(shuffle);
    }
}
