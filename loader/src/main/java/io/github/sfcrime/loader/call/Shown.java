package io.github.sfcrime.loader.call;

/** Text of a source in a form for terminals: short, on one line, without control characters. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** The text, its end left out where it is long; what is no printable character is spelled as {@code \\u001b}. */
    public static String text(String text) {
        return text(text, LONGEST);
    }

    /**
     * The text as it may be shown.
     *
     * @param longest how many characters there may be
     */
    public static String text(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(character -> {
            if (isPrintable(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format("\\u%04x", character));
            }
        });
        if (text.codePointCount(0, text.length()) > longest) {
            shown.append("...");
        }
        return shown.toString();
    }

    /** Formatting characters can change the direction of the text beside them. */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
