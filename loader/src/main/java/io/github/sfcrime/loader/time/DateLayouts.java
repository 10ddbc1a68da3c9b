package io.github.sfcrime.loader.time;

import static io.github.sfcrime.loader.time.TimeText.number;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layouts of dates: {@code 2018-12-31}, {@code 2018/12/31}, {@code 20181231}, {@code 12/31/2018},
 * {@code Dec 31, 2018}, {@code 31 December 2018} and {@code 2018 Dec 31}, a day of the week in front of any.
 */
final class DateLayouts {

    private static final int FIRST_YEAR = 1900;

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

    private static final Pattern WEEKDAY =
            Pattern.compile("(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? ");
    private static final Pattern YEAR_FIRST = Pattern.compile("([^-/\\s]{4})([-/])([^-/\\s]{1,2})\\2([^-/\\s:T]{1,2})");
    private static final Pattern DIGITS_ALONE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?=$|[Tt ])");
    private static final Pattern MONTH_FIRST = Pattern.compile("([^-/\\s]{1,2})/([^-/\\s]{1,2})/([^-/\\s]{4})");
    private static final Pattern NAME_FIRST = Pattern.compile("([A-Za-z]{3,})\\.? (\\d{1,2}),? (\\d{4})");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,})\\.?,?[- ](\\d{4})");
    private static final Pattern YEAR_AND_NAME = Pattern.compile("(\\d{4})[- ]([A-Za-z]{3,})\\.?[- ](\\d{1,2})");
    private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d*)?(?:[Ee]\\+?\\d+)?");
    private static final Pattern DAY_AND_POINT = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/]\\d{1,2}[-/]\\d{2}(?!\\d)");

    private DateLayouts() {}

    /** The date that the text begins with. */
    static LocalDate take(TimeText text) {
        text.taken(WEEKDAY);
        Matcher parts = text.taken(YEAR_FIRST);
        if (parts != null) {
            return date(number(parts, 1), number(parts, 3), number(parts, 4));
        }
        parts = text.taken(DIGITS_ALONE);
        if (parts != null) {
            return date(number(parts, 1), number(parts, 2), number(parts, 3));
        }
        parts = text.taken(MONTH_FIRST);
        if (parts != null) {
            int month = number(parts, 1);
            int day = number(parts, 2);
            if (month > MONTHS.size() && day <= MONTHS.size()) {
                throw dayFirst();
            }
            return date(number(parts, 3), month, day);
        }
        parts = text.taken(NAME_FIRST);
        if (parts != null) {
            return date(number(parts, 3), month(parts.group(1)), number(parts, 2));
        }
        parts = text.taken(DAY_AND_NAME);
        if (parts != null) {
            return date(number(parts, 3), month(parts.group(2)), number(parts, 1));
        }
        parts = text.taken(YEAR_AND_NAME);
        if (parts != null) {
            return date(number(parts, 1), month(parts.group(2)), number(parts, 3));
        }
        throw unknown(text);
    }

    /** The date, refused where its year is a slip of the pen. */
    static LocalDate date(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        if (year < FIRST_YEAR) {
            throw new DateTimeException("is before the year " + FIRST_YEAR);
        }
        return date;
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

    private static DateTimeException dayFirst() {
        return new DateTimeException("has its day in front of its month: write it as in 2018-12-31");
    }

    private static DateTimeException unknown(TimeText text) {
        if (text.is(BARE_NUMBER)) {
            // Of what pandas writes it is local time, of what others do it is UTC.
            return new DateTimeException("is a bare number, which does not say whether it counts in UTC or in local"
                    + " time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')");
        }
        if (text.taken(SHORT_YEAR) != null) {
            return new DateTimeException("has a year of two digits: write it with four");
        }
        if (text.taken(DAY_AND_POINT) != null) {
            return dayFirst();
        }
        return new DateTimeException("is not a date as in 2018-12-31 or 12/31/2018");
    }
}
