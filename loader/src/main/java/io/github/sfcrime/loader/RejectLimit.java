package io.github.sfcrime.loader;

import io.github.sfcrime.cli.UserErrorException;

/**
 * How many rejects a load may have.
 *
 * @param most the number, or the share in percent
 * @param percent whether it is a share of what was read
 */
record RejectLimit(double most, boolean percent) {

    /** Before the end of a load a share is compared only from this number of records on. */
    private static final long SHARE_COUNTS_FROM = 1000;

    RejectLimit {
        if (!(most >= 0) || (percent && most > 100)) {
            throw new UserErrorException("--max-rejects must be a number from 0, or a share from 0% to 100%");
        }
    }

    /** Reads {@code 10} or {@code 0.5%}. */
    static RejectLimit parse(String text) {
        boolean percent = text.endsWith("%");
        try {
            String number = percent ? text.substring(0, text.length() - 1) : text;
            return new RejectLimit(percent ? Double.parseDouble(number) : Long.parseLong(number), percent);
        } catch (NumberFormatException e) {
            throw new UserErrorException("--max-rejects must be a number or a share, as 100 or 0.5%: " + text);
        }
    }

    /** Whether a load in progress has to stop. */
    boolean isPassed(long rejected, long read) {
        return percent ? read >= SHARE_COUNTS_FROM && isPassedAtEnd(rejected, read) : rejected > most;
    }

    /** Whether a load that has read all is beyond it. */
    boolean isPassedAtEnd(long rejected, long read) {
        return percent ? rejected * 100.0 > most * read : rejected > most;
    }

    @Override
    public String toString() {
        return percent ? most + "%" : Long.toString((long) most);
    }
}
