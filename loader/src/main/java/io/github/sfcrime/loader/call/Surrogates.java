package io.github.sfcrime.loader.call;

/** Lone surrogates, which JSON can contain as escapes, and no encoding can write. */
final class Surrogates {

    private Surrogates() {}

    /** The text with lone surrogates as JSON escapes; the same text if there are none. */
    static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                return escapedFrom(text);
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

    private static String escapedFrom(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                escaped.append(String.format("\\u%04x", (int) text.charAt(i)));
            } else {
                escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }
}
