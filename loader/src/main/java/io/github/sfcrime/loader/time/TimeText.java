package io.github.sfcrime.loader.time;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day or both, taken from left to right: the date in a layout of {@link DateLayouts}; behind that
 * {@code 23:57}, {@code 23:57:00.000000}, {@code 11:57:00 PM}, {@code 2357} or {@code 235700}; behind that a zone as in
 * {@link ZoneLayouts}.
 */
final class TimeText {

    private static final int LENGTH_OF_DIGITS_ALONE = "20181231235700".length();
    private static final int LENGTH_OF_THEIR_DATE = "20181231".length();

    private static final Pattern BETWEEN = Pattern.compile("T|t|,? +");
    private static final Pattern CLOCK = Pattern.compile(
            "([^:\\s]{1,2}):([^:\\s]{2})(?::([^:\\s]{2})(?:[.,](\\d{1,9}))?)?(?: *([AaPp])\\.?[Mm]\\.?(?![A-Za-z]))?");
    private static final Pattern DIGITS_OF_CLOCK =
            Pattern.compile("(\\d{2})(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,9}))?)?(?!\\d)");
    private static final Pattern ZONE_NAME = Pattern.compile(" ?[A-Z]{2,5}");

    private final String text;
    private int at;

    TimeText(String text) {
        // Spaces that do not break a line stand before AM and PM in what newer libraries write.
        String spaced = text.replace('\u202F', ' ').replace('\u00A0', ' ').strip();
        this.text = areDigitsAlone(spaced)
                ? spaced.substring(0, LENGTH_OF_THEIR_DATE) + "T" + spaced.substring(LENGTH_OF_THEIR_DATE)
                : spaced;
    }

    private static boolean areDigitsAlone(String text) {
        return text.length() == LENGTH_OF_DIGITS_ALONE && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Refuses what stands behind the parts taken so far. */
    void end() {
        if (!isAtEnd()) {
            String rest = text.substring(at);
            throw new DateTimeException("ends in '" + rest.strip() + "', "
                    + (ZONE_NAME.matcher(rest).matches()
                            ? "which is known by no offset: write that in its place, as in -08:00"
                            : "which is no part of a time"));
        }
    }

    LocalTime clockBehindDate() {
        if (taken(BETWEEN) == null) {
            throw new DateTimeException("has '" + text.charAt(at) + "' behind its date");
        }
        return clock();
    }

    /** A time of day, cut to the millisecond. */
    LocalTime clock() {
        Matcher parts = taken(CLOCK);
        if (parts != null) {
            return clock(parts, parts.group(5));
        }
        parts = taken(DIGITS_OF_CLOCK);
        if (parts != null) {
            return clock(parts, null);
        }
        throw new DateTimeException("is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM");
    }

    private static LocalTime clock(Matcher parts, @Nullable String half) {
        return LocalTime.of(
                hour(number(parts, 1), half),
                number(parts, 2),
                parts.group(3) == null ? 0 : number(parts, 3),
                parts.group(4) == null ? 0 : millis(parts.group(4)) * 1_000_000);
    }

    /**
     * The hour of 24 of them.
     *
     * @param half P or A, null where the hour is one of 24 already
     */
    static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("has an hour that a 12-hour clock does not have");
        }
        return switch (half) {
            case "P", "p" -> hour % 12 + 12;
            case "A", "a" -> hour % 12;
            default -> throw new DateTimeException("has '" + half + "M' where AM or PM is expected");
        };
    }

    private static int millis(String fraction) {
        return digits((fraction + "00").substring(0, 3), 0, 3);
    }

    /** What stands here in that layout, or null where something else does. */
    @Nullable
    Matcher taken(Pattern layout) {
        Matcher matcher = layout.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    /** Whether all of it is in that layout. */
    boolean is(Pattern layout) {
        return layout.matcher(text).matches();
    }

    static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits(digits, 0, digits.length());
    }

    static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("has '" + text.charAt(i) + "' where a digit is expected");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
