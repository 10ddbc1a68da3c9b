package io.github.sfcrime.loader.compressed;

import io.github.sfcrime.loader.call.BrokenContentException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What compressed members, one behind the other, hold. Whether another follows is found out by reading on, however long
 * that takes: a library that asks what is there already loses a member that comes through a pipe after a pause.
 */
final class MembersInputStream extends InputStream {

    private final CompressionFormat format;
    private final BufferedInputStream in;
    private final Opener opener;
    private CompressorInputStream member;
    private @Nullable IOException damage;
    private boolean ended;

    /** Opens one member, leaving the stream right behind it at its end. */
    @FunctionalInterface
    interface Opener {
        CompressorInputStream open(InputStream in) throws IOException;
    }

    MembersInputStream(CompressionFormat format, BufferedInputStream in, Opener opener) throws IOException {
        this.format = format;
        this.in = in;
        this.opener = opener;
        member = opener.open(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!ended) {
            int read = readMember(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            openNext();
        }
        return -1;
    }

    /** What stands before damage is given out first: the library has it, and fails all the same. */
    private int readMember(byte[] buffer, int offset, int length) throws IOException {
        if (damage != null) {
            throw damage;
        }
        long before = member.getBytesRead();
        try {
            return member.read(buffer, offset, length);
        } catch (IOException e) {
            int read = (int) (member.getBytesRead() - before);
            if (read == 0) {
                throw e;
            }
            damage = e;
            return read;
        }
    }

    private void openNext() throws IOException {
        in.mark(format.magicLength());
        byte[] start = in.readNBytes(format.magicLength());
        in.reset();
        if (start.length == 0 || start[0] == 0) {
            refuseMoreThanZeros();
            ended = true;
        } else if (!format.begins(start)) {
            throw notAMember();
        } else if (start.length < format.magicLength()) {
            throw new EOFException();
        } else {
            member = opener.open(in);
        }
    }

    /** Zeros fill a block of a tape or a disk up. */
    private void refuseMoreThanZeros() throws IOException {
        int next = in.read();
        while (next == 0) {
            next = in.read();
        }
        if (next > 0) {
            throw notAMember();
        }
    }

    private BrokenContentException notAMember() {
        return new BrokenContentException("behind the " + format.name().toLowerCase(Locale.ROOT)
                + " data stand bytes that are none, which were not read: get a whole copy of it if calls are missing");
    }

    @Override
    public void close() throws IOException {
        member.close();
        in.close();
    }
}
