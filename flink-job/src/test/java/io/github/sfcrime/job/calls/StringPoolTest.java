package io.github.sfcrime.job.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringPoolTest {

    private final StringPool pool = new StringPool();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 100})
    void aTextOfAnyLengthIsReadWhereverItLies(int length) {
        String text = "Ä2345678Passing Call".repeat(7).substring(0, length);
        for (int before = 0; before < 20; before++) {
            assertThat(get("x".repeat(before), text)).isEqualTo(text).isSameAs(get("something else", text));
        }
    }

    @Test
    void aLongTailDoesNotPushItselfOut() {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            first.add(get("", "Type " + i));
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(get("", "Type " + i)).isSameAs(first.get(i));
        }
    }

    @Test
    void moreThanItHoldsAreReadToo() {
        for (int i = 0; i < 300_000; i++) {
            assertThat(get("", "Type " + i)).isEqualTo("Type " + i);
        }
    }

    private String get(String before, String text) {
        byte[] bytes = (before + text).getBytes(UTF_8);
        return pool.get(bytes, before.getBytes(UTF_8).length, bytes.length);
    }
}
