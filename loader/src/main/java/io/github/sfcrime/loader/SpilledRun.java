package io.github.sfcrime.loader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A sorted run on disk. */
final class SpilledRun implements SortedRun, Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private @Nullable DataInputStream in;
    private long left;

    private SpilledRun(FileChannel channel) {
        this.channel = channel;
    }

    static Writer create(RunFiles files) throws IOException {
        return new Writer(files.open());
    }

    /** A temporary file, which the system removes with the last handle on it, whatever happens. */
    static FileChannel temporaryFile(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "sfcrime-run-", ".tmp");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Opens files for runs. */
    @FunctionalInterface
    interface RunFiles {

        FileChannel open() throws IOException;
    }

    @Override
    public @Nullable OutgoingCall next() throws IOException {
        if (in == null) {
            channel.position(0);
            in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
        }
        if (left == 0) {
            return null;
        }
        left--;
        long rank = in.readLong();
        long crimeId = in.readLong();
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new OutgoingCall(rank, crimeId, payload);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Writes a run, to be read once it is finished. */
    static final class Writer implements CallSink {

        private final SpilledRun run;
        private final DataOutputStream out;

        private Writer(FileChannel channel) {
            run = new SpilledRun(channel);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        }

        SpilledRun run() {
            return run;
        }

        @Override
        public void accept(OutgoingCall call) throws IOException {
            out.writeLong(call.rank());
            out.writeLong(call.crimeId());
            out.writeInt(call.payload().length);
            out.write(call.payload());
            run.left++;
        }

        void finish() throws IOException {
            out.flush();
        }
    }
}
