package io.github.sfcrime.loader.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day or both, taken from left to right: {@code 2018-12-31}, {@code 2018/12/31}, {@code 12/31/2018},
 * {@code Dec 31, 2018}, {@code 31 December 2018} or {@code 2018 Dec 31}; behind that {@code 23:57}, {@code 23:57:00.000000}
 * or {@code 11:57:00 PM}; behind that an offset.
 */
final class TimeText {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern YEAR_FIRST = Pattern.compile("([^-/\\s]{4})([-/])([^-/\\s]{1,2})\\2([^-/\\s:T]{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("([^-/\\s]{1,2})/([^-/\\s]{1,2})/([^-/\\s]{4})");
    private static final Pattern NAME_FIRST = Pattern.compile("([A-Za-z]{3,})\\.? (\\d{1,2}),? (\\d{4})");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,})\\.?,?[- ](\\d{4})");
    private static final Pattern YEAR_AND_NAME = Pattern.compile("(\\d{4})[- ]([A-Za-z]{3,})\\.?[- ](\\d{1,2})");
    private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d{6,}(\\.\\d*)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/]\\d{1,2}[-/]\\d{2}(?!\\d)");
    private static final Pattern BETWEEN = Pattern.compile("T|t|,? +");
    private static final Pattern CLOCK = Pattern.compile(
            "([^:\\s]{1,2}):([^:\\s]{2})(?::([^:\\s]{2})(?:[.,](\\d{1,9}))?)?(?: *([AaPp])\\.?[Mm]\\.?(?![A-Za-z]))?");
    private static final Pattern OFFSET =
            Pattern.compile(" ?(?:[Zz]|UTC|GMT|([+-])(\\d{2}):?(\\d{2})?)(?:\\[[\\w/]+])?(?![A-Za-z])");

    private final String text;
    private int at;

    TimeText(String text) {
        // Spaces that do not break a line stand before AM and PM in what newer libraries write.
        this.text = text.replace('\u202F', ' ').replace('\u00A0', ' ').strip();
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Refuses what stands behind the parts taken so far. */
    void end() {
        if (!isAtEnd()) {
            throw new DateTimeException("ends in '" + text.substring(at).strip() + "', which is no part of a time");
        }
    }

    LocalDate date() {
        Matcher parts = taken(YEAR_FIRST);
        if (parts != null) {
            return LocalDate.of(number(parts, 1), number(parts, 3), number(parts, 4));
        }
        parts = taken(MONTH_FIRST);
        if (parts != null) {
            return LocalDate.of(number(parts, 3), number(parts, 1), number(parts, 2));
        }
        parts = taken(NAME_FIRST);
        if (parts != null) {
            return LocalDate.of(number(parts, 3), month(parts.group(1)), number(parts, 2));
        }
        parts = taken(DAY_AND_NAME);
        if (parts != null) {
            return LocalDate.of(number(parts, 3), month(parts.group(2)), number(parts, 1));
        }
        parts = taken(YEAR_AND_NAME);
        if (parts != null) {
            return LocalDate.of(number(parts, 1), month(parts.group(2)), number(parts, 3));
        }
        throw noDate();
    }

    private DateTimeException noDate() {
        if (BARE_NUMBER.matcher(text).matches()) {
            return new DateTimeException(
                    "is a bare number: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')");
        }
        if (SHORT_YEAR.matcher(text).lookingAt()) {
            return new DateTimeException("has a year of two digits: write it with four");
        }
        return new DateTimeException("is not a date as in 2018-12-31 or 12/31/2018");
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String month : MONTHS) {
            if (month.startsWith(lower)) {
                return MONTHS.indexOf(month) + 1;
            }
        }
        throw new DateTimeException("has a month '" + name + "'");
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
        if (parts == null) {
            throw new DateTimeException("is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM");
        }
        return LocalTime.of(
                hour(number(parts, 1), parts.group(5)),
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

    /** The offset from Greenwich that stands here, or null. */
    @Nullable
    ZoneOffset offset() {
        Matcher parts = taken(OFFSET);
        if (parts == null) {
            return null;
        }
        if (parts.group(1) == null) {
            return ZoneOffset.UTC;
        }
        int minutes = number(parts, 2) * 60 + (parts.group(3) == null ? 0 : number(parts, 3));
        return ZoneOffset.ofTotalSeconds(60 * (parts.group(1).equals("-") ? -minutes : minutes));
    }

    private @Nullable Matcher taken(Pattern layout) {
        Matcher matcher = layout.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private static int number(Matcher parts, int group) {
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
