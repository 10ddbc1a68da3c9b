package io.github.sfcrime.console;

import io.github.sfcrime.console.topic.StartingPoint;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --from}. */
public final class StartingPointConverter implements ITypeConverter<StartingPoint> {

    @Override
    public StartingPoint convert(String text) {
        try {
            return StartingPoint.parse(text, ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
