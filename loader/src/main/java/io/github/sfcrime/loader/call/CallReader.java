package io.github.sfcrime.loader.call;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the records of one source. */
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

    /** Sets what to call before a wait, so that all records so far are passed on. */
    default void flushBeforeWaiting(Flushable sink) {}

    /** Names of some of the fields so far that calls do not have, in printable form. */
    Set<String> ignoredFields();

    /** Warnings about the source, a line each; complete at its end. */
    default List<String> remarks() {
        return List.of();
    }
}
