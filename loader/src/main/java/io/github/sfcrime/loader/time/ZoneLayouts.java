package io.github.sfcrime.loader.time;

import static io.github.sfcrime.loader.time.TimeText.number;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What says of a time in which zone it is: {@code Z}, {@code UTC}, {@code -08:00}, {@code -0800}, {@code GMT-0800},
 * their zone's name in brackets behind it, {@code PST} and {@code PDT}.
 */
final class ZoneLayouts {

    private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

    private static final Pattern OFFSET = Pattern.compile(" ?(?:[Zz]|(?:UTC|GMT)?([+-])(\\d{2}):?(\\d{2})?|UTC|GMT)"
            + "(?:\\[[\\w/]+]| ?\\([A-Za-z ]+\\))?(?![A-Za-z])");
    private static final Pattern PACIFIC = Pattern.compile(" ?(P([SD])T)(?![A-Za-z])");

    private ZoneLayouts() {}

    /** The local time of San Francisco at which it is {@code written} where the text says behind it, to its end. */
    static LocalDateTime local(LocalDateTime written, TimeText text) {
        Matcher pacific = text.taken(PACIFIC);
        if (pacific != null) {
            text.end();
            return pacific(written, pacific);
        }
        Matcher parts = text.taken(OFFSET);
        text.end();
        return parts == null
                ? written
                : written.atOffset(offset(parts))
                        .atZoneSameInstant(SAN_FRANCISCO)
                        .toLocalDateTime();
    }

    private static ZoneOffset offset(Matcher parts) {
        if (parts.group(1) == null) {
            return ZoneOffset.UTC;
        }
        int minutes = number(parts, 2) * 60 + (parts.group(3) == null ? 0 : number(parts, 3));
        return ZoneOffset.ofTotalSeconds(60 * (parts.group(1).equals("-") ? -minutes : minutes));
    }

    /** Many write PST all year round, and mean the time on the clock. */
    private static LocalDateTime pacific(LocalDateTime written, Matcher zone) {
        ZoneOffset offset = ZoneOffset.ofHours(zone.group(2).equals("S") ? -8 : -7);
        if (!SAN_FRANCISCO.getRules().isValidOffset(written, offset)) {
            throw new DateTimeException("says " + zone.group(1)
                    + ", which San Francisco does not have at that time of the year: write the offset in its place, as"
                    + " in -08:00, or none for local time");
        }
        return written;
    }
}
