package io.github.sfcrime.loader.call;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads whole numbers, also as programs write them that keep numbers as floats ({@code 1.0}, {@code 1.8324E8}),
 * and as spreadsheets group their digits ({@code 182,751,000}); every method throws {@link NumberFormatException} with the reason where the text is none.
 */
final class WholeNumbers {

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 40;

    /** Three digits behind each comma, point or space of one kind; behind a single point they are a fraction. */
    private static final Pattern GROUPED =
            Pattern.compile("-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:\\.[0-9]{3}){2,}|(?:[ \u00A0\u202F'][0-9]{3})+)");

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[,. \u00A0\u202F']");

    private WholeNumbers() {}

    static long positive(String text) {
        long number = number(text);
        if (number <= 0) {
            throw new NumberFormatException("is not above zero");
        }
        return number;
    }

    static long number(String text) {
        int length = text.length();
        if (length > MOST_DIGITS || length == 0) {
            return exactly(text);
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return exactly(text);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static long exactly(String text) {
        String number = text.strip();
        if (number.matches("-?[0-9]+,0{1,2}")) {
            // A float of a country in which a comma is the decimal point.
            number = number.substring(0, number.indexOf(','));
        } else if (GROUPED.matcher(number).matches()) {
            number = BETWEEN_GROUPS.matcher(number).replaceAll("");
        }
        if (number.matches("-?[0-9.,]+[Ee]\\+[0-9]+")) {
            throw new NumberFormatException("is a number as a spreadsheet shortens it: give all of its digits");
        }
        if (number.length() > LONGEST || !number.matches("-?[0-9]+(\\.[0-9]*([Ee][0-9]+)?)?")) {
            throw notWhole();
        }
        try {
            return new BigDecimal(number).longValueExact();
        } catch (ArithmeticException e) {
            throw notWhole();
        }
    }

    private static NumberFormatException notWhole() {
        return new NumberFormatException("is not a whole number that fits in 64 bits");
    }
}
