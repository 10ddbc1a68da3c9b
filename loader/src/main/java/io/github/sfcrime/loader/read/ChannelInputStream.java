package io.github.sfcrime.loader.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * The bytes of a channel, because a thread that waits for one can be interrupted. Java's own stream of a channel asks it
 * for its position, which a pipe does not have.
 */
final class ChannelInputStream extends InputStream {

    private final ReadableByteChannel channel;

    ChannelInputStream(ReadableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return length == 0 ? 0 : channel.read(ByteBuffer.wrap(buffer, offset, length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
