package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A text as calls have it. The first sixteen and the last eight bytes are by themselves, so that most texts are compared
 * without a look at an array.
 */
final class Text {

    private static final int BYTES_BY_THEMSELVES = 3 * Long.BYTES;

    final String string;
    /** The string's, which is kept here because the string lies elsewhere in memory. */
    final int stringHash;
    /** What a {@link TextPool} places it by. */
    final int place;

    private final int length;
    private final long first;
    private final long second;
    private final long last;
    private final byte[] encoded;

    Text(byte[] bytes, int start, int end, int place, long first, long second, long last) {
        length = end - start;
        encoded = Arrays.copyOfRange(bytes, start, end);
        string = new String(encoded, UTF_8);
        stringHash = string.hashCode();
        this.place = place;
        this.first = first;
        this.second = second;
        this.last = last;
    }

    boolean is(long otherFirst, long otherSecond, long otherLast, byte[] bytes, int start, int end) {
        return length == end - start
                && first == otherFirst
                && second == otherSecond
                && last == otherLast
                && (length <= BYTES_BY_THEMSELVES || Arrays.equals(encoded, 0, length, bytes, start, end));
    }
}
