package io.github.sfcrime.local.chaos.fault;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of fault by its name. */
public final class FaultKindConverter implements ITypeConverter<FaultKind> {

    @Override
    public FaultKind convert(String value) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("is no fault: " + value + "; there are "
                        + Arrays.stream(FaultKind.values())
                                .map(FaultKind::toString)
                                .collect(Collectors.joining(", "))));
    }
}
