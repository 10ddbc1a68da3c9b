package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPoolTest {

    private final TextPool pool = new TextPool();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 23, 24, 25, 100})
    void aTextOfAnyLengthIsReadWhereverItLies(int length) {
        String text = "Ä2345678Passing Call".repeat(7).substring(0, length);
        for (int before = 0; before < 20; before++) {
            assertThat(get("x".repeat(before), text)).isEqualTo(text).isSameAs(get("something else", text));
        }
    }

    @Test
    void textsThatDifferInOneByteAreToldApart() {
        for (int length : new int[] {1, 8, 9, 16, 17, 24, 25, 40}) {
            String text = "x".repeat(length);
            for (int at = 0; at < length; at++) {
                String other = text.substring(0, at) + "y" + text.substring(at + 1);
                assertThat(get("", text)).isEqualTo(text);
                assertThat(get("", other)).isEqualTo(other);
            }
        }
    }

    @Test
    void aTextKnowsTheHashOfItsString() {
        byte[] bytes = "Passing Call".getBytes(UTF_8);

        assertThat(pool.get(bytes, 0, bytes.length).stringHash).isEqualTo("Passing Call".hashCode());
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
        return pool.get(bytes, before.getBytes(UTF_8).length, bytes.length).string;
    }
}
