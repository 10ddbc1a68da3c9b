package io.github.sfcrime.job.decoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Text} for equal UTF-8 bytes, so that types and dispositions are decoded and hashed once. An open-addressing
 * table that begins small and is bounded: when it is full it begins anew, which costs each text that still comes one more
 * decoding. Long texts are not kept, as they are hardly ever equal.
 */
final class TextPool {

    private static final int FEWEST_PLACES = 1 << 6;
    private static final int MOST_TEXTS = 1 << 17;
    private static final int LONGEST = 128;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private @Nullable Text[] places = new Text[FEWEST_PLACES];
    private int size;

    Text get(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length > LONGEST) {
            return new Text(bytes, start, end, 0, 0, 0, 0);
        }
        long last = last(bytes, start, end);
        long first = length < Long.BYTES ? last : (long) EIGHT_BYTES.get(bytes, start);
        long second = length < 2 * Long.BYTES ? last : (long) EIGHT_BYTES.get(bytes, start + Long.BYTES);
        int hash = hash(first, second, last, bytes, start, end);
        int place = hash & (places.length - 1);
        for (Text held = places[place]; held != null; held = places[place]) {
            if (held.is(first, second, last, bytes, start, end)) {
                return held;
            }
            place = (place + 1) & (places.length - 1);
        }
        Text added = new Text(bytes, start, end, hash, first, second, last);
        add(added, place);
        return added;
    }

    private void add(Text added, int place) {
        places[place] = added;
        size++;
        if (size == MOST_TEXTS) {
            places = new Text[FEWEST_PLACES];
            size = 0;
        } else if (size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        Text[] larger = new Text[places.length * 2];
        for (Text held : places) {
            if (held != null) {
                int place = held.place & (larger.length - 1);
                while (larger[place] != null) {
                    place = (place + 1) & (larger.length - 1);
                }
                larger[place] = held;
            }
        }
        places = larger;
    }

    /** Eight bytes at a time; the last eight overlap with the ones before them. */
    private static int hash(long first, long second, long last, byte[] bytes, int start, int end) {
        long hash = mixed(mixed((end - start) ^ first) ^ second);
        for (int i = start + 2 * Long.BYTES; i < end - Long.BYTES; i += Long.BYTES) {
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
