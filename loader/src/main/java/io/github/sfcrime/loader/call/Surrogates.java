package io.github.sfcrime.loader.call;

/** Halves of characters, which JSON can escape one without the other, and no encoding can write. */
final class Surrogates {

    private Surrogates() {}

    /** The text, halves without the other spelled as JSON escapes them; the same text where there are none. */
    static String spelled(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                return spelledFrom(text);
            }
        }
        return text;
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static String spelledFrom(String text) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                spelled.append(String.format("\\u%04x", (int) text.charAt(i)));
            } else {
                spelled.append(text.charAt(i));
            }
        }
        return spelled.toString();
    }
}
