package io.github.sfcrime.loader.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times in the formats of exports, see {@link TimeText}. The formats of almost all records are parsed
 * by hand, because any library would take most of the time of a record.
 *
 * <p>Every method throws {@link DateTimeException} with the reason where the text is no such value.
 */
public final class CallTimes {

    private static final int API_LENGTH = "2018-12-31T23:57:00.000".length();
    private static final int DOWNLOAD_LENGTH = "12/31/2018 11:57:00 PM".length();

    private CallTimes() {}

    /** A day; a time behind it has to be midnight, in San Francisco or at the offset that it is written with. */
    public static LocalDate date(String text) {
        LocalDateTime usual = usual(text);
        if (usual != null) {
            return midnight(usual);
        }
        TimeText parts = new TimeText(text);
        LocalDate date = DateLayouts.take(parts);
        if (parts.isAtEnd()) {
            return date;
        }
        LocalDateTime written = date.atTime(parts.clockBehindDate());
        LocalDateTime here = ZoneLayouts.local(written, parts);
        return midnight(written.toLocalTime().equals(LocalTime.MIDNIGHT) ? written : here);
    }

    /** A day and a time of day in San Francisco, to the millisecond; one with an offset is an instant. */
    public static LocalDateTime dateTime(String text) {
        LocalDateTime usual = usual(text);
        if (usual != null) {
            return usual;
        }
        TimeText parts = new TimeText(text);
        LocalDate date = DateLayouts.take(parts);
        if (parts.isAtEnd()) {
            throw new DateTimeException("has no time of day");
        }
        return ZoneLayouts.local(date.atTime(parts.clockBehindDate()), parts);
    }

    /** A time of day, 24-hour or with AM or PM. */
    public static LocalTime time(String text) {
        if (text.length() == 5 && text.charAt(2) == ':') {
            return LocalTime.of(TimeText.digits(text, 0, 2), TimeText.digits(text, 3, 5));
        }
        TimeText parts = new TimeText(text);
        LocalTime time = parts.clock();
        parts.end();
        return time;
    }

    /** The time in the layouts of the portal's API and of its downloads; null where it is in another. */
    private static @Nullable LocalDateTime usual(String text) {
        if (text.length() == API_LENGTH && text.charAt(10) == 'T' && text.endsWith(".000")) {
            return isClock(text) && text.charAt(4) == '-' && text.charAt(7) == '-'
                    ? yearFirst(text).atTime(TimeText.digits(text, 11, 13), minute(text), second(text))
                    : null;
        }
        if (text.length() != DOWNLOAD_LENGTH || text.charAt(10) != ' ' || text.charAt(21) != 'M' || !isClock(text)) {
            return null;
        }
        if (text.charAt(4) == '/' && text.charAt(7) == '/') {
            return yearFirst(text).atTime(twelveHour(text), minute(text), second(text));
        }
        if (text.charAt(2) == '/' && text.charAt(5) == '/') {
            LocalDate date = DateLayouts.date(
                    TimeText.digits(text, 6, 10), TimeText.digits(text, 0, 2), TimeText.digits(text, 3, 5));
            return date.atTime(twelveHour(text), minute(text), second(text));
        }
        return null;
    }

    private static boolean isClock(String text) {
        return text.charAt(13) == ':' && text.charAt(16) == ':';
    }

    private static LocalDate yearFirst(String text) {
        return DateLayouts.date(TimeText.digits(text, 0, 4), TimeText.digits(text, 5, 7), TimeText.digits(text, 8, 10));
    }

    private static int twelveHour(String text) {
        return TimeText.hour(TimeText.digits(text, 11, 13), text.substring(20, 21));
    }

    private static int minute(String text) {
        return TimeText.digits(text, 14, 16);
    }

    private static int second(String text) {
        return TimeText.digits(text, 17, 19);
    }

    private static LocalDate midnight(LocalDateTime time) {
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("is a time of day where a date is expected");
        }
        return time.toLocalDate();
    }
}
