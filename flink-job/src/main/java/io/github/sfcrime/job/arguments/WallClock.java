package io.github.sfcrime.job.arguments;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a wall-clock time; a day alone means its midnight. */
public final class WallClock implements ITypeConverter<LocalDateTime> {

    /** For picocli. */
    public WallClock() {}

    @Override
    public LocalDateTime convert(String text) {
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "is not a day or wall-clock time such as 2018-10-02 or 2018-10-02T09:00: " + text);
        }
    }
}
