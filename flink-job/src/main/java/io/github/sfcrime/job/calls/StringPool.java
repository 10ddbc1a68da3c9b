package io.github.sfcrime.job.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One string for equal UTF-8 bytes, so that types and dispositions are decoded and hashed once. An open-addressing table that
 * begins small and is bounded: when it is full it begins anew, which costs each string that still comes one more decoding.
 * Long texts are not kept, as they are hardly ever equal.
 */
final class StringPool {

    private static final int FEWEST_PLACES = 1 << 6;
    private static final int MOST_STRINGS = 1 << 17;
    private static final int LONGEST = 128;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private @Nullable Pooled[] places = new Pooled[FEWEST_PLACES];
    private int size;

    /** The first and last eight bytes are by themselves, so that short texts are compared without a look at an array. */
    private static final class Pooled {

        private final int hash;
        private final long first;
        private final long last;
        private final byte[] encoded;
        private final String decoded;

        Pooled(int hash, long first, long last, byte[] encoded) {
            this.hash = hash;
            this.first = first;
            this.last = last;
            this.encoded = encoded;
            decoded = new String(encoded, UTF_8);
        }

        boolean is(long otherFirst, long otherLast, byte[] bytes, int start, int end) {
            int length = end - start;
            return first == otherFirst
                    && last == otherLast
                    && encoded.length == length
                    && (length <= 2 * Long.BYTES || Arrays.equals(encoded, 0, length, bytes, start, end));
        }
    }

    String get(byte[] bytes, int start, int end) {
        if (end - start > LONGEST) {
            return new String(bytes, start, end - start, UTF_8);
        }
        long last = last(bytes, start, end);
        long first = end - start < Long.BYTES ? last : (long) EIGHT_BYTES.get(bytes, start);
        int hash = hash(first, last, bytes, start, end);
        int place = hash & (places.length - 1);
        for (Pooled held = places[place]; held != null; held = places[place]) {
            if (held.is(first, last, bytes, start, end)) {
                return held.decoded;
            }
            place = (place + 1) & (places.length - 1);
        }
        Pooled added = new Pooled(hash, first, last, Arrays.copyOfRange(bytes, start, end));
        add(added, place);
        return added.decoded;
    }

    private void add(Pooled added, int place) {
        places[place] = added;
        size++;
        if (size == MOST_STRINGS) {
            places = new Pooled[FEWEST_PLACES];
            size = 0;
        } else if (size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        Pooled[] larger = new Pooled[places.length * 2];
        for (Pooled held : places) {
            if (held != null) {
                int place = held.hash & (larger.length - 1);
                while (larger[place] != null) {
                    place = (place + 1) & (larger.length - 1);
                }
                larger[place] = held;
            }
        }
        places = larger;
    }

    /** Eight bytes at a time; the last eight overlap with the ones before them. */
    private static int hash(long first, long last, byte[] bytes, int start, int end) {
        long hash = mixed((end - start) ^ first);
        for (int i = start + Long.BYTES; i < end - Long.BYTES; i += Long.BYTES) {
            hash = mixed(hash ^ (long) EIGHT_BYTES.get(bytes, i));
        }
        hash = mixed(hash ^ last);
        return (int) (hash ^ hash >>> 32);
    }

    /** The last bytes, eight at most. */
    private static long last(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length >= Long.BYTES) {
            return (long) EIGHT_BYTES.get(bytes, end - Long.BYTES);
        }
        if (length > 0 && end >= Long.BYTES) {
            // Those before the text are shifted out.
            return (long) EIGHT_BYTES.get(bytes, end - Long.BYTES) >>> (Long.SIZE - Byte.SIZE * length);
        }
        long last = 0;
        for (int i = end - 1; i >= start; i--) {
            last = last << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return last;
    }

    private static long mixed(long hash) {
        long product = hash * GOLDEN_RATIO;
        return product ^ product >>> 29;
    }
}
