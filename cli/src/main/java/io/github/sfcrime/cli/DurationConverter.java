package io.github.sfcrime.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them, such as 5s, 10m, 1h30m and 7d, and as ISO 8601 does, such as PT1H. */
public final class DurationConverter implements ITypeConverter<Duration> {

    /** Durations up to this can be added to any time without overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Pattern PART = Pattern.compile("(\\d+) ?(ms|min|s|m|h|d) ?");
    private static final Pattern PARTS = Pattern.compile("(" + PART + ")+");

    @Override
    public Duration convert(String text) {
        Duration duration = parse(text);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new TypeConversionException("is longer than a century: " + text);
        }
        return duration;
    }

    private static Duration parse(String text) {
        try {
            return PARTS.matcher(text).matches() ? sum(PART.matcher(text)) : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("is no duration such as 5s, 10m, 1h, 7d or PT1H30M: " + text);
        }
    }

    private static Duration sum(Matcher parts) {
        Duration sum = Duration.ZERO;
        while (parts.find()) {
            sum = sum.plus(Long.parseLong(parts.group(1)), unit(parts.group(2)));
        }
        return sum;
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m", "min" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}
