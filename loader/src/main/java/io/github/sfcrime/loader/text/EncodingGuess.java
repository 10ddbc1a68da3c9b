package io.github.sfcrime.loader.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which encoding bytes that are not UTF-8 are probably in: the one in which they read most like words. */
final class EncodingGuess {

    /** What texts of American cities come in, the most frequent first. */
    private static final List<Charset> CANDIDATES = Stream.of("windows-1252", "x-MacRoman", "IBM850")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private static final int MOST_BYTES = 1 << 16;

    /** Signs that stand anywhere, and tell nothing. */
    private static final String SIGNS = "\u00A0\u00A7\u00A9\u00AE\u00B0\u00BC\u00BD\u00BE\u2022\u2122\u20AC";

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    void add(byte[] bytes, int start, int length) {
        seen.write(bytes, start, Math.min(length, MOST_BYTES - Math.min(MOST_BYTES, seen.size())));
        seen.write('\n');
    }

    /** The encoding, null where in none of those that are tried the bytes make words. */
    @Nullable
    Charset best() {
        Charset best = null;
        int most = 0;
        for (Charset candidate : CANDIDATES) {
            int worth = worth(new String(seen.toByteArray(), candidate));
            if (worth > most) {
                best = candidate;
                most = worth;
            }
        }
        return best;
    }

    private static int worth(String text) {
        int worth = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && SIGNS.indexOf(c) < 0) {
                worth += isAtHome(c, text.charAt(i - 1), text.charAt(i + 1)) ? 1 : -1;
            }
        }
        return worth;
    }

    /** Whether a character beyond ASCII stands where such a one stands in words and sentences. */
    private static boolean isAtHome(char c, char before, char after) {
        boolean begins = !Character.isLetterOrDigit(before);
        boolean ends = !Character.isLetterOrDigit(after);
        return switch (c) {
            case '\u2019' -> !begins;
            case '\u2018', '\u201C' -> begins && !ends;
            case '\u201D', '\u2026' -> !begins && ends;
            case '\u2013', '\u2014' -> ends || Character.isDigit(before);
            default -> isLatin(c) && !(begins && ends) && !(Character.isUpperCase(c) && Character.isLowerCase(before));
        };
    }

    private static boolean isLatin(char c) {
        return c >= '\u00C0' && c <= '\u00FF' && Character.isLetter(c);
    }
}
