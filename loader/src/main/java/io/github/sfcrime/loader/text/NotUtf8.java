package io.github.sfcrime.loader.text;

import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records of which the bytes are not UTF-8: each is a reject, and at the end of the source all are told once. */
public final class NotUtf8 {

    /** Bytes around the first that is wrong that are shown. */
    private static final int AROUND = 15;

    /** The highest bit of each of eight bytes. */
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final EncodingGuess guess = new EncodingGuess();
    private @Nullable Position first;
    private byte[] around = new byte[0];
    private byte wrong;
    private long count;
    private long beyondAscii;

    /** Whether the bytes are text. */
    public boolean isText(byte[] bytes, int start, int length) {
        return isAscii(bytes, start, length) || text(bytes, start, length) != null;
    }

    /** The text, or null where the bytes are none. */
    @Nullable
    public String text(byte[] bytes, int start, int length) {
        if (isAscii(bytes, start, length)) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
            beyondAscii++;
            return text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isAscii(byte[] bytes, int start, int length) {
        int end = start + length;
        long all = 0;
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            all |= (long) LONGS.get(bytes, i);
        }
        for (; i < end; i++) {
            all |= bytes[i] & BEYOND_ASCII;
        }
        return (all & BEYOND_ASCII) == 0;
    }

    /** The record as a reject. */
    public RawCall reject(RawCall call, byte[] bytes, int start, int length) {
        if (first == null) {
            first = call.position();
            look(bytes, start, length);
        }
        guess.add(bytes, start, length);
        count++;
        call.setFlaw(null, null, "holds bytes that are not UTF-8");
        call.setOriginal(new String(bytes, start, Math.min(length, 1000), StandardCharsets.ISO_8859_1));
        return call;
    }

    private void look(byte[] bytes, int start, int length) {
        int at = wrongByte(bytes, start, length);
        wrong = bytes[at];
        around = around(bytes, start, start + length, at);
    }

    /** What to do about a heading of such bytes. */
    public String advice(byte[] heading) {
        look(heading, 0, heading.length);
        guess.add(heading, 0, heading.length);
        return advice();
    }

    private static int wrongByte(byte[] bytes, int start, int length) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, start, length);
        StandardCharsets.UTF_8.newDecoder().decode(rest, java.nio.CharBuffer.allocate(length), true);
        return Math.min(rest.position(), start + length - 1);
    }

    /** The words in which a byte stands. */
    private static byte[] around(byte[] bytes, int start, int end, int at) {
        int from = at;
        while (from > Math.max(start, at - AROUND) && isOfWords(bytes[from - 1])) {
            from--;
        }
        int to = at + 1;
        while (to < Math.min(end, at + AROUND) && isOfWords(bytes[to])) {
            to++;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isOfWords(byte b) {
        return b < 0 || (b >= ' ' && ",;|\"\\".indexOf(b) < 0);
    }

    /** Throws the failure that there is to tell at the end, if there is one. */
    public void tell(long records) throws DamagedInputException {
        if (first != null) {
            throw new DamagedInputException(
                    String.format(
                            "%s: the byte 0x%02X is not UTF-8, and %d of the %d records hold such bytes and were"
                                    + " rejected: %s",
                            first, wrong, count, records, advice()),
                    new CharacterCodingException());
        }
    }

    private String advice() {
        Charset encoding = guess.best();
        if (beyondAscii > 0) {
            return "others hold UTF-8 beyond ASCII, so that encodings are mixed here: write these records anew as UTF-8";
        }
        return encoding == null
                ? "it stands in '" + shown(StandardCharsets.US_ASCII)
                        + "', which makes no words in a usual encoding: write"
                        + " it anew as UTF-8, or name the encoding with --encoding"
                : "in " + encoding + " it reads '" + shown(encoding) + "': load it with --encoding " + encoding;
    }

    private String shown(Charset encoding) {
        return Shown.text(new String(around, encoding).strip());
    }
}
