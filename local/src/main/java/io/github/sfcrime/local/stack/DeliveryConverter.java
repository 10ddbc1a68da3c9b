package io.github.sfcrime.local.stack;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A delivery by its name. */
public final class DeliveryConverter implements ITypeConverter<Delivery> {

    @Override
    public Delivery convert(String value) {
        return Arrays.stream(Delivery.values())
                .filter(delivery -> delivery.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be at-least-once or exactly-once: " + value));
    }
}
