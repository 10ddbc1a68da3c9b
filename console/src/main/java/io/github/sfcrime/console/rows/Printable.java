package io.github.sfcrime.console.rows;

import java.util.regex.Pattern;

/** Escapes characters that a terminal would obey, or that change the direction of text. */
public final class Printable {

    /** Control characters, line and paragraph separators, and characters that change the direction of text. */
    private static final String CONTROL = "\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern ANY = Pattern.compile("[" + CONTROL + "]");
    private static final Pattern BUT_LINES = Pattern.compile("[" + CONTROL + "&&[^\n\t]]");

    private Printable() {}

    /** The text on one line, each such character as a Unicode escape. */
    public static String line(String text) {
        return escaped(ANY, text);
    }

    /** The same, but tabs and line ends stay. */
    public static String lines(String text) {
        return escaped(BUT_LINES, text);
    }

    /** Whether a character would be escaped. */
    static boolean isSteering(int character) {
        return ANY.matcher(Character.toString(character)).matches();
    }

    private static String escaped(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }
}
