package io.github.sfcrime.loader.call;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of one source, one after the other. */
public interface CallReader extends Closeable {

    /**
     * The next record, or null at the end of the source.
     *
     * @throws DamagedInputException if the source cannot be read beyond the records returned so far, or at its end if
     *     something in it was no record
     * @throws IOException if reading fails
     */
    @Nullable
    RawCall next() throws IOException;

    /** What to call before a wait, so that what was read so far is known to have arrived. */
    default void flushBeforeWaiting(Flushable sink) {}

    /** Fields met so far that calls do not have: some of their names, fit to be shown. */
    Set<String> ignoredFields();

    /** What may be wrong with the source, a line each, good to know and no failure; to be asked at its end. */
    default List<String> remarks() {
        return List.of();
    }
}
