package io.github.sfcrime.loader;

import org.jspecify.annotations.Nullable;

/** Hands out one string for text that keeps coming back, as types, dispositions and dates do; forgets what it has no room for. */
final class TextCache {

    private static final int SLOTS = 1 << 14;

    private final @Nullable String[] slots = new String[SLOTS];

    String text(char[] buffer, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String cached = slots[slot];
        if (cached != null && isSame(cached, buffer, start, length)) {
            return cached;
        }
        String text = new String(buffer, start, length);
        slots[slot] = text;
        return text;
    }

    private static boolean isSame(String text, char[] buffer, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[start + i]) {
                return false;
            }
        }
        return true;
    }
}
