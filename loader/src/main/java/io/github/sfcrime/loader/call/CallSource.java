package io.github.sfcrime.loader.call;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** Where calls come from. */
public interface CallSource {

    /** Bytes as they come, -1 where that is not known. */
    long size();

    /**
     * Opens it for reading.
     *
     * @param bytesRead counts the bytes as they come
     */
    CallReader open(LongAdder bytesRead) throws IOException;
}
