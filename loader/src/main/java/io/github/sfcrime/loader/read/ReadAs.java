package io.github.sfcrime.loader.read;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What inputs are to be taken for, where their content does not show it.
 *
 * @param format null for the one that the content shows
 * @param encoding of the text, null for UTF-8 or what a byte order mark shows
 * @param delimiter between columns of CSV, null for the one that the heading shows
 */
record ReadAs(
        @Nullable InputFormat format,
        @Nullable Charset encoding,
        @Nullable Character delimiter) {

    static final ReadAs SHOWN = new ReadAs(null, null, null);
}
