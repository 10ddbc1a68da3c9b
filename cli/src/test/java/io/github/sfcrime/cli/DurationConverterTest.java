package io.github.sfcrime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({
        "5s, PT5S",
        "10m, PT10M",
        "10 min, PT10M",
        "1h, PT1H",
        "7d, PT168H",
        "250ms, PT0.25S",
        "1h30m, PT1H30M",
        "1 h 30 m, PT1H30M",
        "0s, PT0S",
        "PT5M, PT5M",
        "P1D, PT24H",
        "pt1.5s, PT1.5S",
        "PT-1S, PT-1S"
    })
    void durationsAreReadAsPeopleAndAsStandardsWriteThem(String text, Duration duration) {
        assertThat(converter.convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5x", "1h 30", "-5s", "1.5h", "soon", "h", "99999999999999999999s"})
    void whatIsNoneIsToldWithExamples(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("is no duration such as 5s, 10m, 1h, 7d or PT1H30M: " + text);
    }

    @Test
    void aCenturyIsTheLongest() {
        assertThat(converter.convert("36525d")).isEqualTo(Duration.ofDays(36_525));
        assertThatThrownBy(() -> converter.convert("36526d")).hasMessage("is longer than a century: 36526d");
    }
}
