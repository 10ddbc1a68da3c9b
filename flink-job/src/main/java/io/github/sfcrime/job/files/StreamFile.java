package io.github.sfcrime.job.files;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream that is open as a file that Parquet is written into. */
final class StreamFile implements OutputFile {

    private final OutputStream stream;

    StreamFile(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Counted(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    /** Stays open for whoever has opened the stream. */
    private static final class Counted extends DelegatingPositionOutputStream {

        private long position;

        Counted(OutputStream stream) {
            super(stream);
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            position++;
        }

        @Override
        public void write(byte[] b) throws IOException {
            write(b, 0, b.length);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            position += len;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
