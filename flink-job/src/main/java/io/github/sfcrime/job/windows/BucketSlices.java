package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.time.Grid;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The slices of the current bucket by their ends; pages are read on demand, and once. */
final class BucketSlices {

    private final Grid grid;
    private final SliceStore store;
    private final Map<Long, SlicePage> read = new HashMap<>();

    private BucketIndex index = new BucketIndex();
    private long changedNumber;
    private @Nullable SlicePage changed;

    BucketSlices(Grid grid, SliceStore store) {
        this.grid = grid;
        this.store = store;
    }

    /** Switches to another bucket. */
    void turnTo(BucketIndex itsIndex) {
        index = itsIndex;
        read.clear();
    }

    /** The counts of a slice, which may be changed until {@link #store}. */
    GroupCounts at(long sliceEnd) throws Exception {
        long slice = grid.numberOf(sliceEnd);
        long number = BucketIndex.pageOf(slice);
        SlicePage page = changed;
        if (page == null || number != changedNumber) {
            store();
            page = store.page(number);
            if (page == null) {
                page = new SlicePage();
            }
            changed = page;
            changedNumber = number;
        }
        index.add(slice);
        return page.at(BucketIndex.placeOf(slice));
    }

    /** Writes changed slices to state. */
    void store() throws Exception {
        if (changed != null) {
            store.put(changedNumber, changed);
            changed = null;
        }
    }

    /** End of the first slice that ends after {@code time}, or {@link BucketIndex#NONE}. */
    long firstEndAfter(long time) {
        long slice = index.from(grid.numberOf(time) + 1);
        return slice == BucketIndex.NONE ? slice : grid.mark(slice);
    }

    /** How many slices end after {@code from} and up to {@code to}. */
    int count(long from, long to) {
        return index.count(grid.numberOf(from), grid.numberOf(to));
    }

    /** The counts of each slice that ends after {@code from} and up to {@code to}, read-only. */
    void forEach(long from, long to, Consumer<GroupCounts> visitor) throws Exception {
        for (long end = firstEndAfter(from); end <= to && end != BucketIndex.NONE; end = firstEndAfter(end)) {
            visitor.accept(counts(end));
        }
    }

    /** The counts of an existing slice, read-only. */
    GroupCounts counts(long sliceEnd) throws Exception {
        long slice = grid.numberOf(sliceEnd);
        long number = BucketIndex.pageOf(slice);
        SlicePage page = read.get(number);
        if (page == null) {
            page = Objects.requireNonNull(store.page(number));
            read.put(number, page);
        }
        return Objects.requireNonNull(page.get(BucketIndex.placeOf(slice)));
    }

    /** End of the latest slice of the oldest page; there must be one. */
    long lastEndOfOldestPage() {
        return grid.mark(index.last(0));
    }

    boolean isEmpty() {
        return index.size() == 0;
    }

    /** Removes the oldest page without reading it. */
    void removeOldestPage() throws Exception {
        store.remove(index.page(0));
        index.removeOldestPage();
    }
}
