package io.github.sfcrime.console.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --from} takes. */
class StartingPointTest {

    private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

    @Test
    void wordsOffsetsAndTimesAreTold() {
        assertThat(parse("earliest")).isEqualTo(new StartingPoint.Earliest());
        assertThat(parse("latest")).isEqualTo(new StartingPoint.Latest());
        assertThat(parse("42")).isEqualTo(new StartingPoint.Offset(42));
        StartingPoint nine = new StartingPoint.Time(Instant.parse("2018-10-02T16:00:00Z"));
        assertThat(parse("2018-10-02T16:00:00Z")).isEqualTo(nine);
        assertThat(parse("2018-10-02T18:00:00+02:00")).isEqualTo(nine);
        assertThat(parse("2018-10-02T09:00")).isEqualTo(nine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "Earliest", "yesterday", "2018-02-30T09:00:00", "99999999999999999999"})
    void anythingElseIsRefusedWithWhatWouldDo(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected earliest, latest, an offset, or a time such as 2018-10-02T09:00:00 or"
                        + " 2018-10-02T16:00:00Z: " + text);
    }

    private static StartingPoint parse(String text) {
        return StartingPoint.parse(text, SAN_FRANCISCO);
    }
}
