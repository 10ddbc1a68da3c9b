package io.github.sfcrime.console;

import java.util.regex.Pattern;

/** Escapes characters that a terminal would obey, or that change the direction of text. */
public final class Printable {

    /** Control characters, line and paragraph separators, and all that turn the direction of text. */
    private static final String STEERING = "\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

    private static final Pattern ANY = Pattern.compile("[" + STEERING + "]");
    private static final Pattern BUT_LINES = Pattern.compile("[" + STEERING + "&&[^\n\t]]");

    private Printable() {}

    /** The text on one line, each such character as a backslash, a u and its four hexadecimal digits. */
    public static String line(String text) {
        return spelledOut(ANY, text);
    }

    /** The same, but tabs and ends of lines stay. */
    public static String lines(String text) {
        return spelledOut(BUT_LINES, text);
    }

    /** Whether a character would be escaped. */
    static boolean isSteering(int character) {
        return ANY.matcher(Character.toString(character)).matches();
    }

    private static String spelledOut(Pattern steering, String text) {
        return steering.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }
}
