package io.github.sfcrime.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bytes of a topic as what they are. */
class RecordDecoderTest {

    private final RecordDecoder decoder = new RecordDecoder();
    private final byte[] message = Samples.COUNTS.encode(Samples.handled("Passing Call", 12));

    @Test
    void ourRecordIsDecodedWithoutItsClass() {
        assertThat(decoder.decode(message))
                .isInstanceOfSatisfying(
                        Content.Decoded.class,
                        content -> assertThat(Row.of(content.record()))
                                .isEqualTo(Row.of(Samples.handled("Passing Call", 12))));
    }

    @Test
    void aRecordThatIsCutShortAtAnyByteIsUndecodable() {
        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThat(decoder.decode(cut))
                    .isInstanceOfSatisfying(
                            Content.Undecodable.class,
                            content -> assertThat(content.bytes()).isEqualTo(ByteBuffer.wrap(cut)));
        }
    }

    @Test
    void aSchemaThatThisBuildDoesNotKnowIsNamed() {
        byte[] newer = message.clone();
        Arrays.fill(newer, 2, 10, (byte) 9);
        assertThat(decoder.decode(newer))
                .isEqualTo(new Content.Undecodable(
                        ByteBuffer.wrap(newer),
                        "schema fingerprint 0909090909090909 is unknown to this build, a newer program may have written it:"
                                + " upgrade this one"));
    }

    @Test
    void aLengthOfTwoGigabytesIsUndecodableAndNotAllocated() {
        byte[] bomb = Arrays.copyOf(message, message.length);
        // The length of the first string stands behind the header and two longs of six bytes each.
        Arrays.fill(bomb, 22, 26, (byte) 0xFE);
        bomb[26] = 0x0F;
        assertThat(decoder.decode(bomb)).isInstanceOf(Content.Undecodable.class);
    }

    @Test
    void noBytesAreAbsent() {
        assertThat(decoder.decode(null)).isEqualTo(new Content.Absent());
    }
}
