package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.time.WindowShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The slices of a bucket in keyed state, a page of neighbouring ones under each key: a batch of calls falls into few
 * pages, and a state backend that keeps them as bytes reads and writes no more than those.
 */
final class SlicePages {

    static final MapStateDescriptor<Long, Slices> STATE =
            new MapStateDescriptor<>("slices", LongSerializer.INSTANCE, SlicesSerializer.INSTANCE);

    private static final int STEPS_PER_PAGE = 64;

    private final MapState<Long, Slices> pages;
    private final long pageLength;

    private long number;
    private @Nullable Slices page;

    SlicePages(MapState<Long, Slices> pages, WindowShape shape) {
        this.pages = pages;
        pageLength = shape.step() * STEPS_PER_PAGE;
    }

    /** The counts of a slice, to be changed until {@link #store}. */
    GroupCounts at(long sliceEnd) throws Exception {
        long its = Math.floorDiv(sliceEnd, pageLength);
        if (page == null || its != number) {
            store();
            number = its;
            page = pages.get(its);
        }
        if (page == null) {
            page = new Slices();
        }
        return page.at(sliceEnd);
    }

    /** Puts back what has been changed, before another bucket's turn comes. */
    void store() throws Exception {
        if (page != null) {
            pages.put(number, page);
            page = null;
        }
    }

    /** All slices of the bucket. */
    Slices all() throws Exception {
        List<Map.Entry<Long, Slices>> inOrder = new ArrayList<>();
        pages.entries().forEach(inOrder::add);
        if (inOrder.size() == 1) {
            return inOrder.get(0).getValue();
        }
        inOrder.sort(Map.Entry.comparingByKey());
        Slices all = new Slices();
        inOrder.forEach(entry -> all.appendAll(entry.getValue()));
        return all;
    }

    /** Forgets the slices up to the one that ends at {@code sliceEnd}. */
    void removeUpTo(long sliceEnd) throws Exception {
        Iterator<Map.Entry<Long, Slices>> entries = pages.iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, Slices> entry = entries.next();
            Slices slices = entry.getValue();
            if (slices.end(slices.size() - 1) <= sliceEnd) {
                entries.remove();
            } else if (slices.end(0) <= sliceEnd) {
                slices.removeUpTo(sliceEnd);
                entry.setValue(slices);
            }
        }
    }

    void clear() {
        pages.clear();
    }
}
