package io.github.sfcrime.loader.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Reads dates and times as the city's exports write them: ISO ({@code 2018-12-31T23:57:00.000}) and US
 * ({@code 12/31/2018 11:57:00 PM}). By hand, because a formatter is most of the cost of a record.
 *
 * <p>Every method throws {@link DateTimeException} with the reason where the text is no such value.
 */
public final class CallTimes {

    private static final int ISO_LENGTH = "2018-12-31T23:57:00.000".length();
    private static final int ISO_DATE_LENGTH = "2018-12-31".length();

    private CallTimes() {}

    /** A day; a time behind it has to be midnight. */
    static LocalDate date(String text) {
        if (isWholeIso(text) && text.endsWith("T00:00:00.000")) {
            return dateBefore(text, ISO_DATE_LENGTH);
        }
        int dateEnd = dateEnd(text);
        if (dateEnd < text.length() && !timeAfter(text, dateEnd).equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("is a time of day where a date is expected");
        }
        return dateBefore(text, dateEnd);
    }

    /** A day and a time of day, without a zone. */
    public static LocalDateTime dateTime(String text) {
        if (isWholeIso(text) && text.endsWith(":00.000")) {
            return LocalDateTime.of(
                    dateBefore(text, ISO_DATE_LENGTH), LocalTime.of(digits(text, 11, 13), digits(text, 14, 16)));
        }
        int dateEnd = dateEnd(text);
        if (dateEnd == text.length()) {
            throw new DateTimeException("has no time of day");
        }
        return LocalDateTime.of(dateBefore(text, dateEnd), timeAfter(text, dateEnd));
    }

    /** A time of day, 24-hour or with AM or PM. */
    static LocalTime time(String text) {
        return time(text, 0);
    }

    /** Whether it is laid out as the portal writes almost all times, for which there is a shorter way. */
    private static boolean isWholeIso(String text) {
        return text.length() == ISO_LENGTH
                && text.charAt(ISO_DATE_LENGTH) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(4) == '-';
    }

    private static int dateEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'T' || text.charAt(i) == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static LocalDate dateBefore(String text, int end) {
        if (end == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        }
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first > 0 && second > 0 && end - second == 5) {
            return LocalDate.of(digits(text, second + 1, end), digits(text, 0, first), digits(text, first + 1, second));
        }
        throw new DateTimeException("is not a date as in 2018-12-31 or 12/31/2018");
    }

    private static LocalTime timeAfter(String text, int dateEnd) {
        return time(text, dateEnd + 1);
    }

    /** {@code H:mm}, {@code H:mm:ss} or {@code H:mm:ss.SSS}, with {@code AM} or {@code PM} or nothing behind. */
    private static LocalTime time(String text, int start) {
        int end = clockEnd(text, start);
        int colon = text.indexOf(':', start);
        if (colon < 0 || colon + 3 > end) {
            throw notATime();
        }
        int hour = hour(digits(text, start, colon), text.substring(end).strip());
        int minute = digits(text, colon + 1, colon + 3);
        if (colon + 3 == end) {
            return LocalTime.of(hour, minute);
        }
        if (text.charAt(colon + 3) != ':' || colon + 6 > end) {
            throw notATime();
        }
        return LocalTime.of(hour, minute, digits(text, colon + 4, colon + 6), nanos(text, colon + 6, end));
    }

    private static int clockEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isOfAClock(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfAClock(char c) {
        return (c >= '0' && c <= ':') || c == '.';
    }

    private static int hour(int hour, String suffix) {
        if (suffix.isEmpty()) {
            return hour;
        }
        boolean afternoon = suffix.equalsIgnoreCase("PM");
        if (!afternoon && !suffix.equalsIgnoreCase("AM")) {
            throw new DateTimeException("ends in '" + suffix + "' where local time without a zone is expected");
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("has an hour that a 12-hour clock does not have");
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int nanos(String text, int point, int end) {
        if (point == end) {
            return 0;
        }
        if (text.charAt(point) != '.' || end - point > 4) {
            throw notATime();
        }
        int nanos = digits(text, point + 1, end);
        for (int places = end - point - 1; places < 9; places++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("has '" + text.charAt(i) + "' where a digit is expected");
            }
            number = number * 10 + digit;
        }
        if (start >= end || end - start > 4) {
            throw new DateTimeException("has a number of " + (end - start) + " digits where there are fewer");
        }
        return number;
    }

    private static DateTimeException notATime() {
        return new DateTimeException("is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM");
    }
}
