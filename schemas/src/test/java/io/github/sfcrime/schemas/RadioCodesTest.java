package io.github.sfcrime.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RadioCodesTest {

    @Test
    void theBuiltInTableHasNineteenCodesOfWhichTwoMeanCancel() {
        Map<String, String> codes = RadioCodes.builtIn();

        assertThat(codes).hasSize(19).containsEntry("HAN", "Handled").containsEntry("GOA", "Gone on Arrival");
        assertThat(codes).containsEntry("22", "Cancel").containsEntry("CAN", "Cancel");
    }

    @Test
    void aTableOfOnesOwnIsReadInTheSameForm() throws Exception {
        assertThat(RadioCodes.read(json("[{\"disposition_code\": \"X\", \"description\": \"Unknown\"}]")))
                .containsExactly(Map.entry("X", "Unknown"));
    }

    @Test
    void aTableThatIsNotOneIsRefused() {
        assertThatThrownBy(() -> RadioCodes.read(json("[{\"disposition_code\": \"X\"}]")))
                .hasMessageContaining("description");
        assertThatThrownBy(() -> RadioCodes.read(json("""
                [{"disposition_code": "X", "description": "a"}, {"disposition_code": "X", "description": "b"}]"""))).hasMessage("radio code appears twice: X");
    }

    private static ByteArrayInputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
