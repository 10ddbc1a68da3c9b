package io.github.sfcrime.job.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One string for equal UTF-8 bytes, so that the few thousand types and dispositions are decoded and hashed once. Bounded:
 * a string that falls on another's place takes it, and the loser is decoded anew when it comes again.
 */
final class StringPool {

    private static final int PLACES = 1 << 14;

    private final byte[] @Nullable [] encoded = new byte[PLACES][];
    private final @Nullable String[] decoded = new String[PLACES];

    String get(byte[] bytes, int start, int end) {
        int place = hash(bytes, start, end) & (PLACES - 1);
        byte[] held = encoded[place];
        String string = decoded[place];
        if (held != null && string != null && Arrays.equals(held, 0, held.length, bytes, start, end)) {
            return string;
        }
        return replace(place, bytes, start, end);
    }

    private String replace(int place, byte[] bytes, int start, int end) {
        String string = new String(bytes, start, end - start, UTF_8);
        encoded[place] = Arrays.copyOfRange(bytes, start, end);
        decoded[place] = string;
        return string;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
