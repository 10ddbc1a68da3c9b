package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Records of which the bytes are not UTF-8: each is a reject, and at the end of the source all are told once. */
final class NotUtf8 {

    private @Nullable Position first;
    private int firstByte;
    private long count;

    /** The text, or null where the bytes are none. */
    static @Nullable String text(byte[] bytes, int start, int length) {
        if (isAscii(bytes, start, length)) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isAscii(byte[] bytes, int start, int length) {
        int all = 0;
        for (int i = start; i < start + length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    /** The record as a reject. */
    RawCall reject(RawCall call, byte[] bytes, int start, int length) {
        if (first == null) {
            first = call.position();
            firstByte = badByte(bytes, start, length);
        }
        count++;
        call.setFlaw(null, null, "holds bytes that are not UTF-8");
        call.setOriginal(new String(bytes, start, Math.min(length, 1000), StandardCharsets.ISO_8859_1));
        return call;
    }

    private static int badByte(byte[] bytes, int start, int length) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, start, length);
        StandardCharsets.UTF_8.newDecoder().decode(rest, java.nio.CharBuffer.allocate(length), true);
        return rest.hasRemaining() ? rest.get() & 0xFF : 0;
    }

    /** Throws the failure that there is to tell at the end, if there is one. */
    void tell(long records) throws DamagedInputException {
        if (first != null) {
            throw new DamagedInputException(
                    String.format(
                            "%s: the byte 0x%02X is not UTF-8, and %d of the %d records hold such bytes and were"
                                    + " rejected: this looks like windows-1252: load it with --encoding windows-1252",
                            first, firstByte, count, records),
                    new CharacterCodingException());
        }
    }
}
