package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The framing that registries go with. */
class ConfluentFormatTest {

    private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 42, 43};

    private final byte[] framed = ConfluentFormat.frame(258, SINGLE_OBJECT);

    @Test
    void aRecordIsFramedByAZeroTheIdAndTheBody() throws MalformedRecordException {
        assertThat(framed).containsExactly(0, 0, 0, 1, 2, 42, 43);
        assertThat(ConfluentFormat.header(258)).containsExactly(0, 0, 0, 1, 2);
        assertThat(ConfluentFormat.id(framed)).isEqualTo(258);
    }

    @Test
    void theFormatsAreToldApartByTheirFirstBytes() {
        assertThat(ConfluentFormat.isConfluent(framed)).isTrue();
        assertThat(ConfluentFormat.isConfluent(SINGLE_OBJECT)).isFalse();
        assertThat(ConfluentFormat.isConfluent("182750001".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void whatIsTooShortForAnIdIsMalformed() {
        assertThatThrownBy(() -> ConfluentFormat.id(Arrays.copyOf(framed, 4)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("not in the Confluent wire format: it should begin with 00 and a 4-byte schema id, but has"
                        + " 4 bytes: 00 00 00 01");
    }
}
