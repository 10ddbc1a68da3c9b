package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Records survive their framing. */
class WireFormatTest {

    @Test
    void aRecordComesBackAsItWas() throws MalformedRecordException {
        WireFormat<RadioCode> format = new WireFormat<>(RadioCode.SCHEMA$);
        RadioCode code = new RadioCode("HAN", "Handled");
        assertThat(format.decode(format.encode(code))).isEqualTo(code);
    }
}
