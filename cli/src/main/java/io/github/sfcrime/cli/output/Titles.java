package io.github.sfcrime.cli.output;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The constants of an enum as option values: in lower case, with hyphens. */
public class Titles<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

    private final List<E> constants;

    /** The values for that enum. */
    public Titles(Class<E> type) {
        constants = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String text) {
        return constants.stream()
                .filter(constant -> title(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("is none of " + String.join(", ", this) + ": " + text));
    }

    @Override
    public Iterator<String> iterator() {
        return constants.stream().map(Titles::title).iterator();
    }

    private static String title(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
