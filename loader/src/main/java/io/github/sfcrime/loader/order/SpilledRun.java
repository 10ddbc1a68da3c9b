package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A sorted run on disk. */
final class SpilledRun implements SortedRun, Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private @Nullable ByteBuffer in;
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
        if (left == 0) {
            return null;
        }
        if (in == null) {
            channel.position(0);
            in = ByteBuffer.allocate(BUFFER).limit(0);
        }
        left--;
        in = filled(in, CallBytes.HEADER);
        in = filled(in, CallBytes.HEADER + CallBytes.payloadLength(in));
        return CallBytes.get(in);
    }

    /** A buffer that has so many bytes more to read: the same, unless it has no room for them. */
    private ByteBuffer filled(ByteBuffer buffer, int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        ByteBuffer roomy = bytes <= buffer.capacity()
                ? buffer.compact()
                : ByteBuffer.allocate(bytes).put(buffer);
        while (roomy.position() < bytes) {
            if (channel.read(roomy) < 0) {
                throw new EOFException("a sorted run ends before its last call");
            }
        }
        return roomy.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Writes a run, to be read once it is finished. */
    static final class Writer implements CallSink {

        private final SpilledRun run;
        private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

        private Writer(FileChannel channel) {
            run = new SpilledRun(channel);
        }

        SpilledRun run() {
            return run;
        }

        @Override
        public void accept(OutgoingCall call) throws IOException {
            int length = CallBytes.length(call);
            if (out.remaining() < length) {
                writeOut(out);
            }
            if (out.remaining() < length) {
                ByteBuffer large = ByteBuffer.allocate(length);
                CallBytes.put(call, large);
                writeOut(large);
            } else {
                CallBytes.put(call, out);
            }
            run.left++;
        }

        private void writeOut(ByteBuffer buffer) throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                int unused = run.channel.write(buffer);
            }
            buffer.clear();
        }

        void finish() throws IOException {
            writeOut(out);
        }
    }
}
