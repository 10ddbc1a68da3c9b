package io.github.sfcrime.loader.call;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** A source of calls. */
public interface CallSource {

    /** Its size in bytes, compressed as it is; -1 where that is not known. */
    long size();

    /**
     * Opens it for reading.
     *
     * @param bytesRead counts these bytes as they are read
     */
    CallReader open(LongAdder bytesRead) throws IOException;
}
