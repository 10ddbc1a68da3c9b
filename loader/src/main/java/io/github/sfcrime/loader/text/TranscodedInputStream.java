package io.github.sfcrime.loader.text;

import io.github.sfcrime.loader.call.BrokenContentException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text of some encoding as UTF-8. What stands before bytes that are no text of it is given out first. */
final class TranscodedInputStream extends InputStream {

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private byte[] text = new byte[0];
    private int at;
    private boolean ended;

    TranscodedInputStream(InputStream in, Charset encoding) {
        this.in = in;
        decoder = encoding.newDecoder();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (at == text.length && !decode()) {
            return -1;
        }
        int read = Math.min(length, text.length - at);
        System.arraycopy(text, at, buffer, offset, read);
        at += read;
        return read;
    }

    private boolean decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        while (chars.position() == 0) {
            if (result.isError()) {
                throw undecodable();
            }
            if (ended) {
                return false;
            }
            readOn();
            result = decoder.decode(bytes, chars, ended);
        }
        // The decoder never parts two halves of a character.
        text = chars.flip().toString().getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    private IOException undecodable() {
        if (ended && bytes.remaining() < decoder.charset().newEncoder().maxBytesPerChar()) {
            return new EOFException();
        }
        return new BrokenContentException(String.format(
                "the byte 0x%02X is no text of the encoding %s: name the right one with --encoding",
                bytes.get(bytes.position()), decoder.charset()));
    }

    private void readOn() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
